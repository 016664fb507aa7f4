/// Reads documents into passages with positions. Every format is behind one verb, and hostile input stops here.
@NullMarked
package dev.meanwhile.document;

import org.jspecify.annotations.NullMarked;
