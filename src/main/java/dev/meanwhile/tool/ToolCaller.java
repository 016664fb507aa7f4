package dev.meanwhile.tool;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// On whose behalf a tool is called. Comes from the server, never from the model's arguments.
///
/// @param conversationId where the ends of started tasks are told
/// @param turnId the same start again in the same turn is the same task
/// @param project what a start is for when its arguments name no project
/// @param sawForeignText whether a tool has put uploaded or generated text before the model in this turn
public record ToolCaller(UserId user, @Nullable UUID conversationId, @Nullable UUID turnId,
    ProjectKey project, boolean sawForeignText) {}
