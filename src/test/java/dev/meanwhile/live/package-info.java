/// Tests of the open feeds over real connections.
@NullMarked
package dev.meanwhile.live;

import org.jspecify.annotations.NullMarked;
