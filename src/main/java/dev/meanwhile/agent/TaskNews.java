package dev.meanwhile.agent;

import java.util.UUID;

/// A task that ended since the model last spoke, told to it as news of the server.
///
/// @param status `completed`, `failed` or `cancelled`
/// @param text one line for people
public record TaskNews(UUID taskId, String type, String status, String text) {}
