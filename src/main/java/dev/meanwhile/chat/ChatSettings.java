package dev.meanwhile.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The limits of conversations.
///
/// @param maxMessage the longest message, in bytes of UTF-8
/// @param queue messages of one conversation that wait for their turn
/// @param turns turns that run at once on a node; more wait
/// @param replyWait how long a request waits for its reply before it is told to come back
/// @param draftEvery how often a reply being written is stored
/// @param transcript earlier exchanges that a turn loads
/// @param conversations of one user
/// @param drain how long running turns may go on at shutdown
/// @param repairEvery how often turns of dead nodes are looked for
@ConfigurationProperties("meanwhile.chat")
public record ChatSettings(@DefaultValue("1MB") DataSize maxMessage, @DefaultValue("20") int queue,
    @DefaultValue("500") int turns, @DefaultValue("60s") Duration replyWait,
    @DefaultValue("500ms") Duration draftEvery, @DefaultValue("50") int transcript,
    @DefaultValue("10000") int conversations, @DefaultValue("10s") Duration drain,
    @DefaultValue("5s") Duration repairEvery) {}
