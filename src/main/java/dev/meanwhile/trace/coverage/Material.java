package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.test.TestCases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What coverage is calculated from, by name and the oldest first. Add what there is, then analyse; not thread-safe.
public final class Material {
  final Map<String, Rtm> matrices = new LinkedHashMap<>();
  final Map<String, TestCases> testCases = new LinkedHashMap<>();
  final Map<String, ResultFile.Run> runs = new LinkedHashMap<>();
  final Map<String, ResultFile.References> references = new LinkedHashMap<>();
  final Map<String, ResultFile.Code> code = new LinkedHashMap<>();
  final Map<String, TestDocument> documents = new LinkedHashMap<>();
  final Map<String, Instant> uploads = new LinkedHashMap<>();
  final Map<String, Rewording> rewordings = new LinkedHashMap<>();
  final Map<String, String> formerTexts = new LinkedHashMap<>();
  final List<Coverage.Point> trend = new ArrayList<>();
  final List<Coverage.Input> inputs = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  String at = "";

  /// What a requirement said before it got the wording of today.
  ///
  /// @param since from when on it reads as it does
  record Rewording(String was, Instant since) {}

  /// A document that describes tests.
  ///
  /// @param text all of it
  /// @param links of its tests to requirements, as it states them; others are left out
  public record TestDocument(String text, List<Link> links) {
    private static final Pattern FIRST_CELL = Pattern.compile("^\\s*\\|\\s*([^|\\s]{2,60})\\s*\\|");

    public TestDocument {
      links = links.stream().filter(l -> l.type() == Link.Type.TEST).toList();
    }

    /// A document of one test. If no links were found in it, the IDs that begin rows of its tables, drawn with `|`, are
    /// its list of requirements.
    public static TestDocument of(String name, String text, List<Link> found) {
      var stated = new TestDocument(text, found);
      return stated.links.isEmpty() ? new TestDocument(text, listed(name, text)) : stated;
    }

    private static List<Link> listed(String name, String text) {
      return text.lines().map(FIRST_CELL::matcher).filter(Matcher::find).map(m -> m.group(1))
          .filter(id -> Ids.isId(id) && Ids.isSure(id)).distinct()
          .map(id -> new Link(id, Link.Type.TEST, name)).toList();
    }
  }

  /// Adds a matrix; a later one has the last word on a requirement.
  public Material matrix(String name, Rtm rtm) {
    matrices.put(name, rtm);
    return this;
  }

  /// Adds test cases; a later set has the last word on a case.
  public Material testCases(String name, TestCases cases) {
    testCases.put(name, cases);
    return this;
  }

  /// Adds what was recognised in a result file. Two files can have the same name.
  public Material results(String name, ResultFile file) {
    switch (file) {
      case ResultFile.Run run -> runs.put(unique(name, runs.keySet()), run);
      case ResultFile.Code report -> code.put(unique(name, code.keySet()), report);
      case ResultFile.References table ->
        references.put(unique(name, references.keySet()), table);
      case ResultFile.Broken broken -> notes.add(
          "%s looks like %s and wasn't counted: %s".formatted(name, broken.format(),
              broken.reason()));
    }
    return this;
  }

  /// Adds what was recognised in a result file that is known since it was uploaded, whatever it says of its own time.
  public Material results(String name, ResultFile file, Instant uploaded) {
    if (file instanceof ResultFile.Run) {
      uploads.put(unique(name, runs.keySet()), uploaded);
    }
    return results(name, file);
  }

  /// Whether there are results of tests.
  public boolean hasRuns() {
    return !runs.isEmpty();
  }

  /// Says what a requirement said until some time: results of tests that ran before are about that. The first word on a
  /// requirement counts.
  public Material reworded(String requirementId, String was, Instant since) {
    rewordings.putIfAbsent(requirementId, new Rewording(was, since));
    return this;
  }

  private static String unique(String name, Set<String> names) {
    var unique = name;
    for (int n = 2; names.contains(unique); n++) {
      unique = name + " (" + n + ")";
    }
    return unique;
  }

  /// Adds a document that describes tests: for suggestions, and to compare with the matrices. It covers nothing.
  public Material document(String name, TestDocument document) {
    documents.put(unique(name, documents.keySet()), document);
    return this;
  }

  /// Adds a wording that a requirement once had, by its fingerprint.
  public Material formerText(String fingerprint, String text) {
    formerTexts.putIfAbsent(fingerprint, text);
    return this;
  }

  /// Says when this report is made, and what earlier ones said.
  public Material history(String now, List<Coverage.Point> earlier) {
    at = now;
    trend.addAll(earlier);
    return this;
  }

  /// Lists something among the report's inputs.
  public Material input(String name, String kind, String sha256) {
    inputs.add(new Coverage.Input(name, kind, sha256));
    return this;
  }

  /// Adds something that a reader has to know.
  public Material note(String note) {
    notes.add(note);
    return this;
  }
}
