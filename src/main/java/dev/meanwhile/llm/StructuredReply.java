package dev.meanwhile.llm;

import tools.jackson.databind.JsonNode;

/// A reply in the shape that was asked for, and what it cost.
///
/// @param json valid against the schema
/// @param model the model's name
/// @param calls made for it: 2 when the first reply had to be repaired
/// @param inputTokens of all calls, 0 when the server didn't say
/// @param outputTokens of all calls, 0 when the server didn't say
public record StructuredReply(JsonNode json, String model, int calls, long inputTokens,
    long outputTokens) {}
