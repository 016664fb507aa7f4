package dev.meanwhile.task;

import java.util.List;

/// Published inside the transaction that ends a task, so that whoever tells its end does so in the same commit.
///
/// @param task the task that ended
/// @param fallen the tasks that depended on it and ended with it, nearest first
/// @param summary one sentence for people
public record TaskEnded(Task task, List<Task> fallen, String summary) {}
