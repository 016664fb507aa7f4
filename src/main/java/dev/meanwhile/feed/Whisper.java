package dev.meanwhile.feed;

import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Something that is told to open pages but neither stored nor numbered: the next piece of a reply being written.
///
/// @param json the whole event as clients read it, with its `type`
public record Whisper(UUID conversationId, ObjectNode json) {}
