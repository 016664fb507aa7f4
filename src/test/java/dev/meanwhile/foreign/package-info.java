/// Every place that takes an ID, tried with another user's. The places are found in the server's own mappings, frames,
/// tools and commands, so that a new one is tried without being listed here.
@NullMarked
package dev.meanwhile.foreign;

import org.jspecify.annotations.NullMarked;
