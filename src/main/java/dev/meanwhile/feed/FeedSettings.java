package dev.meanwhile.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the feed is kept.
///
/// @param retention events older than this may leave a feed; a reader that comes back later gets a `reset`
/// @param trimEvery how often old events are looked for
@ConfigurationProperties("meanwhile.feed")
record FeedSettings(@DefaultValue("48h") Duration retention,
    @DefaultValue("10m") Duration trimEvery) {}
