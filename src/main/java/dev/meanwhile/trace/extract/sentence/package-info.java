/// What a sentence does: whom it binds and how strongly, in which kind of section it stands.
@NullMarked
package dev.meanwhile.trace.extract.sentence;

import org.jspecify.annotations.NullMarked;
