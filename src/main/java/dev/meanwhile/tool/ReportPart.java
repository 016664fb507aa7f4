package dev.meanwhile.tool;

import dev.meanwhile.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a project's reports can be asked about: a list in the JSON that the generators store.
enum ReportPart {
  FIGURES("coverage", "figures", "how many requirements are covered, passed, failed and so on"),
  GAPS("coverage", "gaps", "requirements without a test"),
  WEAKNESSES("coverage", "weaknesses", "kinds of cases that are missing"),
  SUSPECTS("coverage", "suspects", "links made for an earlier wording"),
  ORPHANS("coverage", "orphans", "tests of unknown requirements"),
  UNNEEDED("coverage", "unneeded", "tests that name no requirement"),
  UNKNOWN_PARENTS("coverage", "unknown_parents", "requirements that refine an unknown one"),
  DUPLICATES("coverage", "duplicates", "IDs used twice"),
  CONTRADICTIONS("coverage", "contradictions", "links that only one side states"),
  SUGGESTIONS("coverage", "suggestions", "tests that gaps may belong to"),
  STANDINGS("coverage", "rows", "each requirement with its tests and their outcomes"),
  TREND("coverage", "trend", "the figures of earlier reports"),
  REQUIREMENTS("rtm", "requirements", "what is required"),
  CHANGES("rtm", "changes", "what differs from the matrix's earlier version"),
  FINDINGS("rtm", "findings", "what is wrong with the wording, with advice"),
  CANDIDATES("rtm", "candidates", "sentences that may be requirements");

  private final String kind;
  private final String member;
  private final String meaning;

  ReportPart(String kind, String member, String meaning) {
    this.kind = kind;
    this.member = member;
    this.meaning = meaning;
  }

  /// @throws Problem bad field `part`, with all parts
  static ReportPart of(@Nullable String word) {
    return Arrays.stream(values()).filter(it -> it.toString().equals(word)).findFirst()
        .orElseThrow(() -> Problem.badField("part", "must be one of " + words()));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ReportPart::toString).toList();
  }

  /// The parts with their meanings, for a model.
  static String described() {
    return Arrays.stream(values()).map(it -> it + " (" + it.meaning + ")")
        .collect(Collectors.joining(", "));
  }

  /// The kind of the artifacts that it stands in.
  String kind() {
    return kind;
  }

  /// The member of their JSON.
  String member() {
    return member;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
