package dev.meanwhile.artifact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much a user may store.
///
/// @param maxSize the largest file or artifact
/// @param perUser files and artifacts of one user together
/// @param perRequest how many files one upload may bring
/// @param trimEvery how often bytes are removed that belong to nothing, because their task never ended
@ConfigurationProperties("meanwhile.files")
record FileSettings(@DefaultValue("32MB") DataSize maxSize, @DefaultValue("2GB") DataSize perUser,
    @DefaultValue("50") int perRequest, @DefaultValue("1h") Duration trimEvery) {}
