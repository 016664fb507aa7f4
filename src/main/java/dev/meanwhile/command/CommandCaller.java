package dev.meanwhile.command;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who gave a command, and where.
///
/// @param conversationId where the ends of its tasks are told
/// @param turnId the turn that the command is
/// @param project the conversation's project
/// @param files attached to the message
public record CommandCaller(UserId user, @Nullable UUID conversationId, @Nullable UUID turnId,
    ProjectKey project, List<UUID> files) {}
