package dev.meanwhile.llm.embedded.wish;

import java.util.Arrays;
import java.util.Optional;

/// What the model asks when something is missing; the next message is understood as the answer.
public enum Question {
  RTM("Which requirements shall the test cases cover? Paste the RTM or the requirements, attach a file, "
      + "or let me generate an RTM first."),
  REQUIREMENTS("From which requirements shall I generate the RTM? Paste them or attach a file."),
  FILE("Which file shall I process? Attach it to your message."),
  PROJECT("Of which project shall I analyse the coverage?"),
  WHAT_WITH_TEXT("What shall I do with this text: generate test cases, or an RTM?"),
  WHAT_WITH_FILE("What shall I do with the file: process it, generate an RTM, or test cases?"),
  FIELD("I need a bit more to start that. Please give me ");

  private final String text;

  Question(String text) {
    this.text = text;
  }

  /// How it is asked.
  public String text() {
    return text;
  }

  static Optional<Question> askedIn(String reply) {
    return Arrays.stream(values()).filter(it -> reply.contains(it.text)).findFirst();
  }
}
