/// Requirements in the rows of tables.
@NullMarked
package dev.meanwhile.trace.extract.table;

import org.jspecify.annotations.NullMarked;
