/// Tests of files and artifacts.
@NullMarked
package dev.meanwhile.artifact;

import org.jspecify.annotations.NullMarked;
