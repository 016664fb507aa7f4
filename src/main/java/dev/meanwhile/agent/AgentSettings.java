package dev.meanwhile.agent;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The limits of one turn.
///
/// @param roundTrips how often the model may call tools and be asked again
/// @param toolCalls tool calls in all
/// @param turnLimit the longest a turn may take
/// @param contextTokens about how much of the earlier conversation the model sees
/// @param foregroundLimit how long a tool that starts a task waits for its end
/// @param foregroundLimits the same for one task type, by its name
@ConfigurationProperties("meanwhile.agent")
record AgentSettings(@DefaultValue("8") int roundTrips, @DefaultValue("50") int toolCalls,
    @DefaultValue("5m") Duration turnLimit, @DefaultValue("24000") int contextTokens,
    @DefaultValue("0s") Duration foregroundLimit, Map<String, Duration> foregroundLimits) {

  AgentSettings {
    foregroundLimits = foregroundLimits == null ? Map.of() : Map.copyOf(foregroundLimits);
  }

  Duration foregroundLimit(String taskType) {
    return foregroundLimits.getOrDefault(taskType, foregroundLimit);
  }

  boolean waitsForTasks() {
    return foregroundLimit.isPositive()
        || foregroundLimits.values().stream().anyMatch(Duration::isPositive);
  }
}
