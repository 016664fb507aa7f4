/// The wire to the model's server: requests, streamed replies, time limits.
@NullMarked
package dev.meanwhile.llm.wire;

import org.jspecify.annotations.NullMarked;
