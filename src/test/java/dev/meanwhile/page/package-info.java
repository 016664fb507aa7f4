/// Tests of the page in a real browser.
@NullMarked
package dev.meanwhile.page;

import org.jspecify.annotations.NullMarked;
