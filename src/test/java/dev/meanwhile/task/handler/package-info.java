/// A generator for tests.
@NullMarked
package dev.meanwhile.task.handler;

import org.jspecify.annotations.NullMarked;
