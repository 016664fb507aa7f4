package dev.meanwhile.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the store is opened.
///
/// @param poolSize connections that requests, tasks and turns of this node share
/// @param connectionTimeout longest wait for one of them; after it the caller reads 503
/// @param startTimeout longest wait at start for a store that recovers or isn't there yet
/// @param statementTimeout longest silence of the store within a statement before its connection is given up
@ConfigurationProperties("meanwhile.store")
record StoreSettings(@DefaultValue("32") int poolSize,
    @DefaultValue("3s") Duration connectionTimeout,
    @DefaultValue("60s") Duration startTimeout, @DefaultValue("60s") Duration statementTimeout) {}
