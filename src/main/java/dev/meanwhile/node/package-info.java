/// This process among its peers: who runs, by a lease in the store that each renews.
@NullMarked
package dev.meanwhile.node;

import org.jspecify.annotations.NullMarked;
