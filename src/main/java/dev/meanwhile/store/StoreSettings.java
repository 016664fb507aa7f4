package dev.meanwhile.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the store is opened.
///
/// @param poolSize connections that requests, tasks and turns of this node share
/// @param quickPoolSize connections beside them for claims and heartbeats
/// @param connectionTimeout longest wait for one of them; after it the caller reads 503
/// @param startTimeout longest wait at start for a store that recovers or isn't there yet
/// @param statementTimeout longest silence of the store within a statement before its connection is given up
/// @param transactionPause longest silence of this node within a transaction; after it the store rolls back and frees the
///        locks, which a node that stands still would keep from all others
@ConfigurationProperties("meanwhile.store")
record StoreSettings(@DefaultValue("32") int poolSize, @DefaultValue("4") int quickPoolSize,
    @DefaultValue("3s") Duration connectionTimeout,
    @DefaultValue("60s") Duration startTimeout, @DefaultValue("60s") Duration statementTimeout,
    @DefaultValue("10s") Duration transactionPause) {}
