/// Tests: Reading of documents.
@NullMarked
package dev.meanwhile.document;

import org.jspecify.annotations.NullMarked;
