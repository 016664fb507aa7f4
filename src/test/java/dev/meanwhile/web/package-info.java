@NullMarked
package dev.meanwhile.web;

import org.jspecify.annotations.NullMarked;
