/// Bot commands: a line that begins with a slash, parsed into a closed family and run without a model.
@NullMarked
package dev.meanwhile.command;

import org.jspecify.annotations.NullMarked;
