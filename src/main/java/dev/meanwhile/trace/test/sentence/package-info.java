/// What a requirement's sentence says: its conditions, its response, what it refuses, and the words that cases say it with.
@NullMarked
package dev.meanwhile.trace.test.sentence;

import org.jspecify.annotations.NullMarked;
