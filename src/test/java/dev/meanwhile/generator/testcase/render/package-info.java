@NullMarked
package dev.meanwhile.generator.testcase.render;

import org.jspecify.annotations.NullMarked;
