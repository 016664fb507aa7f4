/// Makes a requirements traceability matrix from text and files.
@NullMarked
package dev.meanwhile.generator.rtm;

import org.jspecify.annotations.NullMarked;
