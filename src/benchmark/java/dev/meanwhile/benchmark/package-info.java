/// Measurements, run by the profile `benchmark` only; what they found stands in `docs/benchmarks.md`.
@NullMarked
package dev.meanwhile.benchmark;

import org.jspecify.annotations.NullMarked;
