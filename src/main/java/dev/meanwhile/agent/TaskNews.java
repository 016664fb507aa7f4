package dev.meanwhile.agent;

import java.util.UUID;

/// A task that ended since the model last spoke, told to it as news of the server.
///
/// @param type of the task; "" when the task isn't kept any more
/// @param status `completed`, `failed` or `cancelled`; `removed` when only the notice of its end is left
/// @param text one line for people
public record TaskNews(UUID taskId, String type, String status, String text) {}
