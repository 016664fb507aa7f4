package dev.meanwhile.llm;

import tools.jackson.databind.JsonNode;

/// A reply in the shape that was asked for.
///
/// @param json valid against the schema
/// @param calls made for it: 2 when the first reply had to be repaired
public record StructuredReply(JsonNode json, int calls) {}
