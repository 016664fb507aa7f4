/// Tasks over HTTP: paths, their description, and requests that wait.
@NullMarked
package dev.meanwhile.task.rest;

import org.jspecify.annotations.NullMarked;
