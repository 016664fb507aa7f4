/// Takes a message apart: what a user says, what they pasted, the things that a sentence asks for, small talk.
@NullMarked
package dev.meanwhile.llm.embedded.said;

import org.jspecify.annotations.NullMarked;
