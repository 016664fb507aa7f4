package dev.meanwhile.llm.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Says what a project's reports answered: a line for each entry, in the report's words.
final class ReportWording {
  static final List<String> ONLY_GAPS = List.of("gaps");
  private static final int ENTRIES = 20;
  private static final int CHARACTERS = 240;
  private static final int TESTS = 6;
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /// What a part is called, which kind of report it stands in, and which members of its entries are told.
  private record Part(String called, boolean ofMatrix, List<String> members) {
    private Part(String called, boolean ofMatrix, String... members) {
      this(called, ofMatrix, List.of(members));
    }
  }

  private static final Part FIGURES = new Part("Requirements, counted", false, "kind", "count");
  private static final Map<String, Part> PARTS = Map.ofEntries(
      Map.entry("figures", FIGURES),
      Map.entry("gaps", new Part("Requirements without a test", false, "requirement_id", "title",
          "suggestion")),
      Map.entry("weaknesses", new Part("Kinds of cases that are missing", false, "requirement_id",
          "missing", "suggestion")),
      Map.entry("suspects", new Part("Suspect links, made for an earlier wording", false,
          "requirement_id", "test", "was", "now")),
      Map.entry("orphans", new Part("Tests of requirements that no matrix holds", false, "test",
          "requirement_id", "similar")),
      Map.entry("unneeded", new Part("Tests that name no requirement", false, "test", "origin",
          "outcome")),
      Map.entry("unknown_parents", new Part("Requirements that refine an unknown one", false,
          "requirement_id", "parent", "similar")),
      Map.entry("duplicates", new Part("IDs that stand for more than one thing", false, "id",
          "kind", "where")),
      Map.entry("contradictions", new Part("Links that only one side states", false, "test",
          "requirement_id", "document", "only_in")),
      Map.entry("suggestions", new Part("Tests that requirements without one may belong to", false,
          "requirement_id", "test")),
      Map.entry("standings", new Part("Requirements and their tests", false, "requirement_id",
          "overall", "title", "tests")),
      Map.entry("trend", new Part("Reports so far, the oldest first", false, "at", "figures")),
      Map.entry("requirements", new Part("Requirements", true, "id", "text", "status")),
      Map.entry("changes", new Part("Changes since the version before", true, "id", "kind",
          "before", "after", "because")),
      Map.entry("findings", new Part("Findings about the wording", true, "requirement_id", "quote",
          "why", "advice")),
      Map.entry("candidates", new Part("Sentences that may be requirements", true, "id", "text")));
  /// What stands around a value that doesn't explain itself.
  private static final Map<String, String> LABELS = Map.ofEntries(Map.entry("was", "was: %s"),
      Map.entry("now", "is now: %s"), Map.entry("before", "before: %s"),
      Map.entry("after", "after: %s"), Map.entry("similar", "perhaps %s"),
      Map.entry("only_in", "stated in the %s"), Map.entry("because", "because %s"),
      Map.entry("where", "in %s"), Map.entry("missing", "lacks %s"), Map.entry("quote", "“%s”"));

  private ReportWording() {}

  /// @param like what was asked for in particular, or ""
  static String of(JsonNode answer, String like) {
    var name = answer.path("part").asString("");
    var part = PARTS.getOrDefault(name, new Part(name, false, "id"));
    var reports = answer.path("reports").valueStream().toList();
    if (reports.isEmpty()) {
      return none(part, answer.path("project_id").asString(""));
    }
    var compared = reports.stream().filter(it -> !isFirstVersion(part, it)).toList();
    return (compared.isEmpty() ? reports : compared).stream().map(it -> report(part, it, like))
        .collect(Collectors.joining("\n\n"));
  }

  /// Whether it could tell changes and had nothing to be compared with.
  private static boolean isFirstVersion(Part part, JsonNode report) {
    return part.members().contains("before") && report.path("total").asInt() == 0
        && report.path("version").asInt() <= 1;
  }

  /// That the project has something newer than the report, if it has.
  static Optional<String> outdated(JsonNode answer) {
    return Optional.of(code(answer.path("newer_than_report"))).filter(it -> !it.isEmpty())
        .map("`%s` is newer than this report: say \"run coverage\" for a new one."::formatted);
  }

  private static String none(Part part, String project) {
    return part.ofMatrix()
        ? "Project `%s` has no RTM yet: paste requirements, or attach a file, and I make one."
            .formatted(project)
        : "Project `%s` has no coverage report yet: say \"run coverage\" and I make one."
            .formatted(project);
  }

  private static String report(Part part, JsonNode report, String like) {
    var name = code(report.path("name"));
    int total = report.path("total").asInt();
    if (isFirstVersion(part, report)) {
      return ("`%s` is the first version of this matrix, so there is nothing to compare it with. Make an RTM of the "
          + "documents again when they have changed, and I tell you what did.").formatted(name);
    }
    var head = "%s%s, by `%s` of %s".formatted(part.called(),
        like.isEmpty() ? "" : " (" + called(like) + ")", name,
        report.path("created_at").asString("").replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC"));
    var shown = report.path("entries").valueStream().limit(ENTRIES).toList();
    if (part.equals(FIGURES) && total > 0) {
      return head + ":\n" + shown.stream().map(ReportWording::figure)
          .collect(Collectors.joining("\n"));
    }
    return total == 0
        ? head + ": none."
        : "%s: %d.\n%s%s".formatted(head, total, shown.stream().map(it -> entry(part, it))
            .collect(Collectors.joining("\n")), rest(total - shown.size(), name));
  }

  /// An ID in capitals, other values as they are.
  private static String called(String like) {
    return DIGIT.matcher(like).find()
        ? like.toUpperCase(Locale.ROOT)
        : like.replace("|", " or ");
  }

  private static String figure(JsonNode entry) {
    var share = entry.has("of")
        ? " of %s, %s %%".formatted(value(entry.path("of")), value(entry.path("percentage")))
        : "";
    return "- `%s`: %s%s".formatted(code(entry.path("kind")), value(entry.path("count")), share);
  }

  private static String rest(int more, String name) {
    return more <= 0 ? "" : "\nand %d more, in `%s`.".formatted(more, name);
  }

  private static String entry(Part part, JsonNode entry) {
    var values = part.members().stream().filter(entry::has)
        .map(it -> LABELS.getOrDefault(it, "%s").formatted(value(entry.path(it)))).toList();
    return "- `%s`%s".formatted(values.isEmpty() ? "" : values.getFirst().replace("`", "'"),
        values.stream().skip(1).collect(Collectors.joining("; ", values.size() > 1 ? ": " : "",
            "")));
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      var first = value.valueStream().limit(TESTS).map(ReportWording::value)
          .collect(Collectors.joining(", "));
      return value.size() > TESTS ? "%s and %d more".formatted(first, value.size() - TESTS) : first;
    }
    if (value.has("test")) {
      return value(value.path("test")) + " (" + value.path("outcome").asString("") + ")";
    }
    return value.isObject()
        ? value.properties().stream().map(it -> it.getKey() + " " + it.getValue().asString(""))
            .collect(Collectors.joining(", "))
        : shortened(value.asString(""));
  }

  private static String shortened(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() > CHARACTERS ? line.substring(0, CHARACTERS) + "…" : line;
  }

  private static String code(JsonNode name) {
    return name.asString("").replace("`", "'");
  }
}
