package dev.meanwhile.trace.extract.table;

import java.util.List;

/// What a column of a table can hold, with the names it goes by, the surest first.
enum Role {
  ID("requirement id", "requirementid", "req id", "reqid", "requirement identifier",
      "requirement number",
      "requirement no", "req no", "req number", "rqmt id", "rqmt number", "rqmt no", "rqmt",
      "req",
      "requirement key", "srs id", "unique id", "item id", "uid", "identifier", "id",
      "requirement", "requirements",
      "key", "req key", "number",
      "no", "nr", "ref", "reference", "fr id", "nfr id", "br id", "ur id", "us id", "hlr id",
      "llr id", "ident", "ident no", "object identifier", "object id", "artifact id",
      "work item id",
      "story id", "user story id", "feature id", "llr", "hlr", "nfr", "fr", "br", "ur",
      "us"),
  TEXT("requirement text", "requirement description",
      "requirement statement", "shall statement", "statement", "requirement tested",
      "requirement definition", "requirement details", "requirement detail",
      "description", "text", "specification", "requirement", "requirements", "definition",
      "details", "user story", "functional requirement", "requirement summary",
      "object text", "primary text", "artifact text", "contents", "requirement specification",
      "shall"),
  TITLE("title", "requirement title", "requirement name", "name", "summary",
      "short name"),
  METHOD("verification method", "test method", "method",
      "verification", "verification type", "method of verification",
      "v method", "validation", "validation method", "verif method", "ver method",
      "verification methods", "means of verification", "verification plan",
      "verification approach", "verification strategy", "verif", "verify", "v v"),
  STATUS("status", "state", "requirement status", "req status", "object status"),
  KIND("requirement type", "req type", "object type", "issue type", "work item type", "item type",
      "artifact type", "type", "category", "classification"),
  HEADING("object heading"),
  LINKED("linked work items", "linked items", "relations", "relationships"),
  PRIORITY(
      "priority", "prio", "importance", "moscow", "priority level", "moscow priority"),
  RATIONALE("rationale",
      "rational", "requirement rationale", "justification",
      "reason"),
  TIER("tier"), PARENT("parent", "parents", "parent id", "parent ids",
      "parent requirement", "derived from", "traces to", "trace to", "traceability",
      "parent requirements", "parent req",
      "traced from", "upstream", "source requirement",
      "refines", "parent links", "links", "upstream links", "parent uid", "parent req id",
      "satisfies", "upstream relationships", "upstream requirements", "source requirements",
      "traced to", "implements requirements"),
  TEST("test case id", "test case ids", "test id", "test ids", "testcase", "test case",
      "testcases", "test cases",
      "test", "tests", "verified by", "covered by", "test name", "test procedure",
      "verification case", "verification id", "verification case id", "testcase id",
      "related tests", "linked tests", "test reference",
      "test references", "test ref", "test refs", "acceptance test", "acceptance tests", "tc",
      "tcs",
      "tc id", "tc ids", "tested by", "is tested by", "inward issue link tests"),
  VERIFIES("requirements verified", "requirement verified", "verified requirements",
      "requirements tested", "requirements covered", "covered requirements", "verifies", "covers",
      "requirement ids", "req ids", "reqs", "requirement s", "rqmts", "requirements",
      "requirement", "requirement id", "req id", "rqmt", "llr", "hlr", "nfr", "fr", "us",
      "user story", "user story id", "req ref", "req refs", "requirement ref", "requirement refs",
      "requirement reference", "requirement references", "related requirement",
      "related requirements", "linked requirement", "linked requirements", "traced requirements",
      "requirement id s", "requirement nos", "requirements ref"),
  STEP("step", "steps", "step number", "step no", "test step", "test steps"),
  RESULT("test result", "result", "test results", "results", "outcome", "verdict", "pass fail",
      "test status", "execution status", "verification status", "latest result", "latest status"),
  STEPS_BY_TEST("steps by test"), SUSPECT("suspect tests"),
  BUILD("tested build", "build", "tested version", "version tested", "software version",
      "current build"),
  REMARK("remarks", "remark", "comments", "comment", "notes", "note",
      "change note", "disposition");

  /// The roles whose columns tools call by longer names that end in these.
  static final List<Role> QUALIFIED = List.of(METHOD, TEST, RESULT, BUILD);

  @SuppressWarnings("ImmutableEnumChecker") // List.of can't be changed; the checker doesn't follow it here
  private final List<String> names;

  Role(String... names) {
    this.names = List.of(names);
  }

  List<String> names() {
    return names;
  }

  /// Whether a longer name ends in one of this role's.
  boolean isEndOf(String name) {
    return names.stream().anyMatch(n -> n.indexOf(' ') > 0 && name.endsWith(" " + n));
  }
}
