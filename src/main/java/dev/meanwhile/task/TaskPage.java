package dev.meanwhile.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a listing, newest first.
///
/// @param nextCursor asks for the next page; null on the last one
public record TaskPage(List<Task> tasks, @Nullable String nextCursor) {}
