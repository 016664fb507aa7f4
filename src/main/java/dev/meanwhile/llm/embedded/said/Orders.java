package dev.meanwhile.llm.embedded.said;

import java.util.regex.Pattern;

/// Tells words that ask for something from sentences that state something: "then run coverage" from "then the tests are
/// run". What isn't surely an order is none.
final class Orders {
  private static final String OBJECT = "(?:rtm|traceability matrix|matrix|test ?cases?|tests|scenarios?|coverage"
      + "(?: analysis| report| check)?|negatives?(?: tests?| test cases?| cases?)?)";
  private static final String ABOUT = "(?:it|that|them|this|these|all|(?:the )?project [\\w.-]+|the [\\w-]+|[\\w.-]+)";
  private static final Pattern POLITE = Pattern.compile(
      "^(?:(?:and|also|please|now|next|but|plus|just|kindly|(?:can|could|would) you|i(?:'d| would)? (?:want|need|like)"
          + "(?: you)?(?: to)?|let's|give me)\\s+)+");
  private static final Pattern DEED = Pattern.compile(
      "(?:run|do|start|generate|make|create|write|build|produce|derive|design|draft|check|compute|calculate|measure|trace|"
          + "report|turn|skip|omit|include|exclude|leave out|add|use(?! cases?\\b)|using|analy[sz]e)\\b.*");
  private static final Pattern THING = Pattern
      .compile("(?:with |without |no |only )?(?:an? |the |some |its |\\w+ )?"
          + OBJECT + "(?: (?:for|of|on|from|in|as|to|with) " + ABOUT
          + ")?(?: too| as well| please)?|(?:for|in|as) (?:project )?[\\w.-]+|please|thanks|thank you");
  private static final Pattern STATEMENT = Pattern
      .compile("\\b(?:is|are|was|were|be|been|has|had|shall|must|should|will|may|might)\\b");

  private Orders() {}

  /// Whether each clause asks for something and none states anything.
  static boolean isOrder(String words) {
    return Clauses.in(words).stream().map(clause -> POLITE.matcher(clause.text()).replaceFirst(""))
        .allMatch(Orders::asks);
  }

  private static boolean asks(String clause) {
    return !STATEMENT.matcher(clause).find()
        && (DEED.matcher(clause).matches() || THING.matcher(clause).matches());
  }
}
