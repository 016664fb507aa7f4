/// Numbers as sentences say them: bounds with their units, words for numbers, days, times of the day, places in an order.
@NullMarked
package dev.meanwhile.trace.test.number;

import org.jspecify.annotations.NullMarked;
