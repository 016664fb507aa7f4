package dev.meanwhile.artifact;

import dev.meanwhile.project.ProjectKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a task made, without its bytes.
///
/// @param version 1 for the first of its name in the project
/// @param kind see [NewArtifact#kind()]
/// @param size bytes
/// @param sha256 of the bytes, lower-case hex
/// @param taskId the task that made it; the task may be gone
public record Artifact(UUID artifactId, ProjectKey projectId, String name, int version,
    String kind, String mediaType, long size, String sha256, @Nullable UUID taskId,
    Instant createdAt) {}
