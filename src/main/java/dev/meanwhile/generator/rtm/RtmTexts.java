package dev.meanwhile.generator.rtm;

import dev.meanwhile.trace.Csv;
import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Markdown;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a matrix for people. The CSV can be given back as `rtm_content`.
final class RtmTexts {
  private static final List<String> COLUMNS = List.of("ID", "Title", "Text", "Status", "Tier",
      "ID Origin",
      "Verification Method", "Priority", "Rationale", "Parents", "Tests", "Source", "Text Hash",
      "Findings");

  private RtmTexts() {}

  static String csv(Rtm rtm) {
    var csv = new Csv().row(COLUMNS);
    rows(rtm).forEach(csv::row);
    return csv.text();
  }

  static String markdown(Rtm rtm) {
    var text = new StringBuilder("# Requirements traceability matrix\n\n");
    text.append("%d requirements, %d candidates, %d links, %d findings.\n\n".formatted(
        rtm.requirements().size(),
        rtm.candidates().size(), rtm.links().size(), rtm.findings().size()));
    rtm.notes().forEach(n -> text.append("- ").append(Markdown.text(n)).append('\n'));
    text.append(Markdown.header(COLUMNS));
    rows(rtm).forEach(r -> text.append(Markdown.row(r)));
    if (!rtm.findings().isEmpty()) {
      text.append("\n## Findings\n\n")
          .append(Markdown.header(
              List.of("Requirement", "Rule", "Severity", "Quote", "Why", "Advice", "Source")));
      rtm.findings().forEach(f -> text.append(Markdown.row(List.of(f.requirementId(), f.rule(),
          f.severity().toString(), f.quote(), f.why(), f.advice(), f.source().where()))));
    }
    return text.toString();
  }

  private static Stream<List<String>> rows(Rtm rtm) {
    var tests = rtm.links().stream().filter(l -> l.type() == Link.Type.TEST)
        .collect(Collectors.groupingBy(Link::requirementId,
            Collectors.mapping(Link::target, Collectors.joining("; "))));
    var rules = rtm.findings().stream().collect(Collectors.groupingBy(Finding::requirementId,
        Collectors.mapping(Finding::rule, Collectors.joining("; "))));
    return Stream.concat(rtm.requirements().stream(), rtm.candidates().stream())
        .map(r -> row(r, tests, rules));
  }

  private static List<String> row(Requirement requirement, Map<String, String> tests,
      Map<String, String> rules) {
    var verification = requirement.verification();
    return List.of(requirement.id(), requirement.title(), requirement.text(),
        requirement.status().toString(),
        requirement.tier().toString(), requirement.idOrigin().toString(),
        verification == null ? "" : verification.original(),
        Objects.requireNonNullElse(requirement.priority(), ""),
        Objects.requireNonNullElse(requirement.rationale(), ""),
        String.join("; ", requirement.parents()),
        tests.getOrDefault(requirement.id(), ""), requirement.source().where(),
        requirement.textHash(),
        rules.getOrDefault(requirement.id(), ""));
  }
}
