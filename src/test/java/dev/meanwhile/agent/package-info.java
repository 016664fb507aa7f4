@NullMarked
package dev.meanwhile.agent;

import org.jspecify.annotations.NullMarked;
