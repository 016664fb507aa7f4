/// Where the rows live: an embedded PostgreSQL or an external one, and the signals sent through it.
@NullMarked
package dev.meanwhile.store;

import org.jspecify.annotations.NullMarked;
