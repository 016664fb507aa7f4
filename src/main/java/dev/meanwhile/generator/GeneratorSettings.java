package dev.meanwhile.generator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What one run of a built-in generator may cost.
///
/// @param timeLimit the longest that one try may run
/// @param extractionLimit the longest that looking for the requirements of one run may take
/// @param maxRequirements requirements and candidates of one matrix
/// @param maxCases test cases of one run
/// @param maxFiles files of one run
/// @param maxResultFiles uploaded files that one coverage report looks at, the newest
/// @param maxEarlierVersions earlier versions of a matrix in which one coverage report looks for former wordings, the newest
/// @param modelBatch requirements or passages in one model call
/// @param modelParallel model calls of one run that wait or run at the same time; the model's gate lets fewer through
/// @param maxModelBatches model calls of one run; what is left is done by rule
@ConfigurationProperties("meanwhile.generators")
public record GeneratorSettings(@DefaultValue("15m") Duration timeLimit,
    @DefaultValue("2m") Duration extractionLimit,
    @DefaultValue("10000") int maxRequirements, @DefaultValue("25000") int maxCases,
    @DefaultValue("50") int maxFiles, @DefaultValue("200") int maxResultFiles,
    @DefaultValue("50") int maxEarlierVersions,
    @DefaultValue("20") int modelBatch, @DefaultValue("4") int modelParallel,
    @DefaultValue("100") int maxModelBatches) {}
