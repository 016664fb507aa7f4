/// The user's projects: a key each, made on first use.
@NullMarked
package dev.meanwhile.project;

import org.jspecify.annotations.NullMarked;
