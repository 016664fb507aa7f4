/// Tests of the paths of tasks, over real HTTP.
@NullMarked
package dev.meanwhile.task.rest;

import org.jspecify.annotations.NullMarked;
