package dev.meanwhile.trace.coverage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What each figure means, in the order in which reports show them.
final class Definitions {
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("requirements", "requirement IDs that are in force (neither deleted nor future) and "
        + "verified by test: the denominator of the shares below");
    WORDS.put("covered", "of these, planned: at least one test case, link of a matrix, table of "
        + "references or result names the ID, whether it ran or not");
    WORDS.put("technique", "of the requirements, those whose cases include each kind that the "
        + "wording asks for (negative, boundary, performance); tests of unknown kind don't count");
    WORDS.put("executed", "of the requirements, those with at least one test that ran");
    WORDS.put("passed", "of the requirements, those all of whose tests ran and passed, none for "
        + "an earlier wording; skipped is not passed");
    WORDS.put("partial", "of the requirements, those with a test that ran, none that failed, and "
        + "one that didn't run or passed in part");
    WORDS.put("failed", "of the requirements, those with a test that failed or ended in an error");
    WORDS.put("suspect", "of the requirements, those with a test that was made for, or linked to, "
        + "another wording than today's");
    WORDS.put("gaps", "requirements that aren't covered");
    WORDS.put("covered_by_refinements", "of the gaps, those whose refinements are all covered");
    WORDS.put("weaknesses", "kinds of cases that the wording of a covered requirement asks for and "
        + "none of its cases is");
    WORDS.put("orphans", "references of tests to IDs that no matrix holds");
    WORDS.put("unneeded", "tests that name no requirement");
    WORDS.put("unknown_parents", "requirements that refine one that no matrix holds");
    WORDS.put("duplicates",
        "IDs that stand for different statements or cases; counted once, as the newest says");
    WORDS.put("agreeing", "links that the document of a test and the matrices both state");
    WORDS.put("only_in_documents", "links that the document of a test states and no matrix does");
    WORDS.put("only_in_matrices",
        "links that a matrix states and the document of that test doesn't");
    WORDS.put("suggestions", "tests that a gap may belong to by their words: not counted anywhere");
    WORDS.put("inactive", "deleted or future requirements: listed, not counted");
    WORDS.put("not_by_test",
        "requirements verified by inspection or analysis alone: listed, not counted");
    WORDS.put("candidates", "sentences that sound like requirements and don't bind: not counted");
    WORDS.put("findings", "requirements in whose wording a rule found something, for each rule");
    WORDS.put("test_cases", "test cases, each ID once");
    WORDS.put("tests", "tests of every origin, each name once: cases, and those that matrices, "
        + "tables or results name");
    WORDS.put("results", "tests that a result file lists; of several runs, the latest counts, and "
        + "of several instances in it the worst");
  }

  private final Map<String, Figure> figures = new LinkedHashMap<>();

  Definitions count(String name, int count) {
    figures.put(name, Figure.count(count, definition(name)));
    return this;
  }

  Definitions share(String name, int count, int of) {
    figures.put(name, Figure.share(count, of, definition(name)));
    return this;
  }

  /// In the order of the definitions; every one of them has its figure.
  Map<String, Figure> figures() {
    var ordered = new LinkedHashMap<String, Figure>();
    WORDS.keySet().forEach(n -> ordered.put(n, Objects.requireNonNull(figures.get(n), n)));
    return ordered;
  }

  private static String definition(String name) {
    return Objects.requireNonNull(WORDS.get(name), name);
  }
}
