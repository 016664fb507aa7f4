/// IDs of requirements and tests: their shapes in the wild, short and ranged references, those that are gone.
@NullMarked
package dev.meanwhile.trace.extract.id;

import org.jspecify.annotations.NullMarked;
