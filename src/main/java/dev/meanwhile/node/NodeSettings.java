package dev.meanwhile.node;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How nodes know each other to be alive.
///
/// @param lease how long a silent node still counts as alive
/// @param renewal how often a node renews its lease; several times within one
/// @param forget how long the row of a dead node is kept
@ConfigurationProperties("meanwhile.node")
record NodeSettings(@DefaultValue("5s") Duration lease, @DefaultValue("1s") Duration renewal,
    @DefaultValue("1h") Duration forget) {

  NodeSettings {
    if (renewal.multipliedBy(2).compareTo(lease) > 0) {
      throw new IllegalArgumentException(
          "meanwhile.node.renewal %s must be at most half of meanwhile.node.lease %s"
              .formatted(renewal, lease));
    }
  }
}
