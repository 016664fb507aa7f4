package dev.meanwhile.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What requests may cost, whatever they ask for.
///
/// @param maxBody largest body that isn't an upload of files
/// @param retryAfter what a caller is told to wait when the store is away
@ConfigurationProperties("meanwhile.web")
record WebSettings(@DefaultValue("8MB") DataSize maxBody,
    @DefaultValue("5s") Duration retryAfter) {}
