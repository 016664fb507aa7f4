package dev.meanwhile.security.user;

import dev.meanwhile.UserId;

/// A user is being removed: published inside the transaction, before their rows go, so that whoever runs something for
/// them can end it.
public record UserRemoved(UserId user) {}
