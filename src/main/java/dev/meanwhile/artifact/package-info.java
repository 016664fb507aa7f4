/// Files that users bring and artifacts that tasks make, with their versions and bytes. The owner stands on each row.
@NullMarked
package dev.meanwhile.artifact;

import org.jspecify.annotations.NullMarked;
