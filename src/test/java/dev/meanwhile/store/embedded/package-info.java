@NullMarked
package dev.meanwhile.store.embedded;

import org.jspecify.annotations.NullMarked;
