/// Reads what test and coverage tools write: JUnit XML, Robot Framework's output, JaCoCo, Cobertura, LCOV, and tables of
/// references. Hostile files stop here.
@NullMarked
package dev.meanwhile.document.result;

import org.jspecify.annotations.NullMarked;
