/// Prompts: files with a version, packaged and replaceable by the operator's own.
@NullMarked
package dev.meanwhile.llm.prompt;

import org.jspecify.annotations.NullMarked;
