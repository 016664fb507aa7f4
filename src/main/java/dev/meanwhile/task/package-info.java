/// Tasks: what users ask for in the background, who may run when, and how each ends exactly once. Here are the words that
/// all speak; the folders below use them and each other downwards: `rest` → `door` → `work` → `handler` → `run` → `row`,
/// with `line` between work and row.
@NullMarked
package dev.meanwhile.task;

import org.jspecify.annotations.NullMarked;
