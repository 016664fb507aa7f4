/// Tests of tries at work.
@org.jspecify.annotations.NullMarked
package dev.meanwhile.task.run;
