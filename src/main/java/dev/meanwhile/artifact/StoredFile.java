package dev.meanwhile.artifact;

import dev.meanwhile.project.ProjectKey;
import java.time.Instant;
import java.util.UUID;

/// A file that a user brought, without its bytes.
///
/// @param name made safe, see the contract's section on names
/// @param mediaType what the client said; never trusted for reading
/// @param size bytes
/// @param sha256 of the bytes, lower-case hex
public record StoredFile(UUID fileId, ProjectKey projectId, String name, String mediaType,
    long size, String sha256, Instant createdAt) {}
