package dev.meanwhile.task;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether users may reach tasks below `/api/v1/tasks`.
///
/// @param enabled when false those paths answer 404, and tasks carry no links
@ConfigurationProperties("meanwhile.task-api")
public record TaskApi(@DefaultValue("true") boolean enabled) {}
