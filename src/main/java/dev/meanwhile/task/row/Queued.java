package dev.meanwhile.task.row;

import java.util.UUID;

/// A task that has a slot now.
///
/// @param type of its work
/// @param ticket for which a ticket is good
public record Queued(UUID taskId, String type, int ticket) {}
