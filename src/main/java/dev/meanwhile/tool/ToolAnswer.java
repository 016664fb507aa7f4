package dev.meanwhile.tool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a tool answers.
///
/// @param text JSON for the model
/// @param startedTask the task that the call started
/// @param showsForeignText whether the text holds what a user uploaded or a generator wrote
public record ToolAnswer(String text, @Nullable UUID startedTask, boolean showsForeignText) {}
