package dev.meanwhile.task;

/// Why a task ended badly.
///
/// @param code a stable word, for example `dependency_failed`, `model_unavailable`, `node_lost`
/// @param message what a person reads; no class names, SQL or secrets
/// @param retryable whether a retry by the user may help
public record TaskError(String code, String message, boolean retryable) {}
