package dev.meanwhile.security.user;

import dev.meanwhile.UserId;
import java.time.Instant;

/// Someone who may call.
public record User(UserId userId, Role role, Instant createdAt) {}
