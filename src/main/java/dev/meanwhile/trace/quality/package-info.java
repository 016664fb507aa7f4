/// Rules for the wording of requirements.
@NullMarked
package dev.meanwhile.trace.quality;

import org.jspecify.annotations.NullMarked;
