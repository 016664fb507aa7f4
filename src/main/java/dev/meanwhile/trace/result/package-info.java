/// What test runs and code coverage tools report, as data: outcomes, references, counters.
@NullMarked
package dev.meanwhile.trace.result;

import org.jspecify.annotations.NullMarked;
