package dev.meanwhile.agent;

import java.util.UUID;

/// A file that came with the message. The model sees its name and ID, never its content.
///
/// @param size bytes
public record AttachedFile(UUID fileId, String name, long size) {}
