/// What the generators share: stored forms, names, and asking a model.
@NullMarked
package dev.meanwhile.generator;

import org.jspecify.annotations.NullMarked;
