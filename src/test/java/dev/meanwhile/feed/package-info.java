/// Tests of the per-user event log against the real store.
@NullMarked
package dev.meanwhile.feed;

import org.jspecify.annotations.NullMarked;
