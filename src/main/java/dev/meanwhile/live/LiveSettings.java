package dev.meanwhile.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How open feeds behave.
///
/// @param heartbeat how long a feed is silent at the most
/// @param retry after how long a browser comes back
/// @param writeDeadline how long one write to a slow WebSocket reader may take before it is disconnected; for
///   server-sent events the server's own `server.tomcat.connection-timeout` decides
/// @param credentialCheck how often open feeds are checked for revoked tokens and ended sessions
/// @param perUser how many feeds a user has open on this node at the most
/// @param perNode how many feeds this node has open at the most
/// @param batch how many events are read from the store at once
/// @param maxFrame how large a frame from a client may be
/// @param maxReset how large the snapshot of a `reset` may be
/// @param resetEnded how many ended tasks a `reset` tells at the most
@ConfigurationProperties("meanwhile.live")
record LiveSettings(@DefaultValue("10s") Duration heartbeat, @DefaultValue("2s") Duration retry,
    @DefaultValue("10s") Duration writeDeadline, @DefaultValue("2s") Duration credentialCheck,
    @DefaultValue("50") int perUser, @DefaultValue("10000") int perNode,
    @DefaultValue("200") int batch, @DefaultValue("256KB") DataSize maxFrame,
    @DefaultValue("256KB") DataSize maxReset, @DefaultValue("50") int resetEnded) {}
