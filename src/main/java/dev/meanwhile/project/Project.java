package dev.meanwhile.project;

import java.time.Instant;

/// A user's project.
///
/// @param createdAt when it was first used
public record Project(ProjectKey projectId, Instant createdAt) {}
