package dev.meanwhile.generator.coverage;

/// Nothing: the project says it all.
record CoverageInput() {}
