package dev.meanwhile.tool;

import java.util.Map;

/// A tool as a model sees it.
///
/// @param description tells a model when to use it
/// @param inputSchema JSON Schema (2020-12) of its arguments, as plain maps and lists
public record Tool(String name, String description, Map<String, Object> inputSchema) {}
