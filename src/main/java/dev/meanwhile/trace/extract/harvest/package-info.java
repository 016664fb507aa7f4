/// What readers bring in: drafts of requirements, mentions of them, and the habits of their documents by which it is decided
/// at the end what binds.
@NullMarked
package dev.meanwhile.trace.extract.harvest;

import org.jspecify.annotations.NullMarked;
