@NullMarked
package dev.meanwhile.security;

import org.jspecify.annotations.NullMarked;
