/// Which tests a requirement may belong to, by the words that both use. Suggestions only: nothing here counts as a link.
@NullMarked
package dev.meanwhile.trace.link;

import org.jspecify.annotations.NullMarked;
