package dev.meanwhile.agent;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The limits of one turn.
///
/// @param roundTrips how often the model may call tools and be asked again
/// @param toolCalls tool calls in all
/// @param turnLimit the longest a turn may take
/// @param contextTokens about how much of the earlier conversation the model sees
@ConfigurationProperties("meanwhile.agent")
record AgentSettings(@DefaultValue("8") int roundTrips, @DefaultValue("50") int toolCalls,
    @DefaultValue("5m") Duration turnLimit, @DefaultValue("24000") int contextTokens) {}
