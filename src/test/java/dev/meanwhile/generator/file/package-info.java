/// Tests: Reading of uploaded files.
@NullMarked
package dev.meanwhile.generator.file;

import org.jspecify.annotations.NullMarked;
