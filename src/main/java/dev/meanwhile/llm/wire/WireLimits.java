package dev.meanwhile.llm.wire;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// What one call over the wire may take.
///
/// @param connect until the connection stands
/// @param firstByte from sending the request to the head of the answer; not tried again
/// @param idle the longest silence within an answer
/// @param total of a call that nobody else gave a deadline
/// @param retries only before the first byte of an answer
/// @param maxRetryAfter a server that asks for a longer wait is not waited for
/// @param maxReply bytes of one answer
public record WireLimits(Duration connect, Duration firstByte, Duration idle, Duration total,
    int retries, Duration maxRetryAfter, DataSize maxReply) {}
