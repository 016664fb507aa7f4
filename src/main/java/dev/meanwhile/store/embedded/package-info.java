/// A PostgreSQL of this process's own: its programs, its folder, its account, and its server from start to stop.
@NullMarked
package dev.meanwhile.store.embedded;

import org.jspecify.annotations.NullMarked;
