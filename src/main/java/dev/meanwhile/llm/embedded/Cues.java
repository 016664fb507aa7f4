package dev.meanwhile.llm.embedded;

import java.util.regex.Pattern;

/// The words by which a clause shows what it is about, in lower case.
final class Cues {
  private static final String SOURCE = "\\b(?:for|from|of|using|with|on|based on|out of|against|in|into account)\\s+(?:(?:this|that|the|these|those|my|our|its|all|an?|following|attached|"
      + "above|below|pasted|given|new|newest|latest|last|existing|same)\\s+)*(?:rtm|traceability matrix|matrix|requirements?(?: list| document)?|specs?|"
      + "specification|files?|documents?|attachments?|csv|pdf|spreadsheet|it|them|that|this)\\b";
  static final Pattern SOURCES = Pattern.compile(SOURCE);
  static final Pattern QUESTION = Pattern
      .compile("^(?:what|why|when|who|how|is|are|does|do|did|was)\\b");
  static final Pattern ARTIFACT_NAME = Pattern.compile(
      "\\b[\\w.-]+\\.(?:py|java|feature|robot|ts|js|csv|xlsx|md|json|html|txt|docx|doc|rst|sdoc|pdf)\\b");

  static final Pattern CANCEL = Pattern
      .compile("\\b(?:cancel|stop|abort|kill|terminate)\\b");
  static final Pattern ALL = Pattern
      .compile("\\b(?:all|everything|every task|each of them|both)\\b");
  static final Pattern RETRY = Pattern.compile(
      "\\b(?:retry|re-?run|restart|redo|try (?:it |that |this |the task |task )?(?:once )?(?:again|anew)|run (?:it|that|the task) (?:once )?again|start (?:it )?(?:again|over))\\b");
  static final Pattern LIST_TASKS = Pattern.compile(
      "\\b(?:list|show|what|which|see|give|display|view|get)\\b.*\\b(?:tasks|jobs)\\b|^(?:all |my |the )*(?:tasks|jobs)\\b|\\bwhat(?:'s| is)(?: still| currently)? (?:running|pending|going on)\\b|\\banything (?:still )?running\\b|\\bwhich task (?:has |is |was )?(?:failed|running|pending|finished|cancelled|done)\\b"
          + "|\\b(?:what|which(?: ones?)?)(?: has| have| is| are| was| were)? (?:failed|finished|pending|cancelled)\\b");
  static final Pattern STATUS = Pattern.compile(
      "\\bstatus\\b|\\bprogress\\b|\\beta\\b|\\bhow(?:'s| is| are| did| far| long)\\b.*\\b(?:tasks?|jobs?|it|that|things?|going|doing|coming|run)\\b"
          + "|\\b(?:is|are|has|have|did|was)\\b.*\\b(?:it|that|tasks?|jobs?|they|rtm|analysis|test cases)\\b.*\\b(?:done|ready|finish(?:ed)?|completed?|running|work(?:ed)?|succeed(?:ed)?|fail(?:ed)?|over)\\b"
          + "|\\b(?:done|ready|finished) (?:yet|already)\\b|\\bwhat happened\\b|\\bwhy did\\b.*\\bfail\\b|\\bhow many\\b.*\\b(?:test ?cases?|tests|requirements|gaps|findings|scenarios)\\b|\\b(?:is|are) (?:everything|all of (?:it|them)) (?:done|ready|finished)\\b|\\bwhat(?:'s| is| was| were| are) the (?:results?|outcome|numbers?)\\b|\\bany (?:news|update)s?\\b|\\bcheck (?:on )?(?:my|the|that|this) (?:task|job)\\b"
          + "|\\bwhat(?:'s| is| was) (?:the|my) (?:\\w+ )?(?:task|job)\\b");
  static final Pattern OUTCOME = Pattern.compile(
      "\\bhow many\\b|\\bresults?\\b|\\boutcome\\b|\\bnumbers?\\b|\\bwhat happened\\b|\\bwhy\\b");
  static final Pattern MADE = Pattern.compile(
      "\\bwhat(?: files?)?(?:'s| did| has| have| was| were)\\b.*\\b(?:make|made|produced?|generated?|created?|written|write)\\b|\\b(?:list|show|which|what|see|give|display)\\b.*\\b(?:artifacts?|outputs?|(?:generated|created|resulting|produced|my|all) files|files (?:are|do|did|were|exist|have)|results)\\b|^(?:my |the |all )*artifacts\\b"
          + "|\\bwhere (?:is|are|(?:do|can) i (?:find|see|get))\\b.*\\b(?:files|results?|artifacts|outputs?)\\b");
  static final Pattern HOW_TO = Pattern
      .compile("\\bhow (?:to|(?:do|can|could|should) (?:i|we|you|one))\\b");
  static final Pattern REQUIREMENTS = Pattern.compile(
      "^(?:please )?(?:show|list|see|view|display|print|give)(?: me)?(?: all)?(?: of)?(?: the| my| its| your)? (?:\\w+ )?requirements\\b");
  static final Pattern READ = Pattern.compile(
      "\\b(?:show|open|display|print|view|read|let me see|see|give me the|look at|cat|download|export|save|fetch|get me|send me|where is|where are|where's)\\b.*\\b(?:files?|rtm|matrix|test ?cases?|tests|reports?|content|artifact|results?|document|[\\w-]+\\.\\w{2,5})\\b");
  static final Pattern TEST_FILE = Pattern.compile(
      "\\btests\\b|\\b(?:test|python|pytest|java|junit|gherkin|feature|robot|playwright) files?\\b");
  static final Pattern COVERAGE = Pattern.compile(
      "\\bcoverage\\b|\\b(?:un)?covered\\b|\\bgap analysis\\b|\\buntested requirements?\\b|\\brequirements? (?:have|has|lack|without|with) (?:no )?tests?\\b");
  static final Pattern PROCESS = Pattern.compile(
      "\\b(?:process|parse|extract|ingest|analy[sz]e|read|scan|import|digest|go through|show|list)\\b.*\\b(?:files?|documents?|attachments?|attached|pdf|docx|spreadsheet|upload(?:ed)?|[\\w-]+\\.(?:docx|pdf|xlsx|csv|md|txt))\\b");
  static final Pattern RTM = Pattern.compile(
      "\\brtm\\b|\\btraceability(?: matrix)?\\b|\\btrace matrix\\b|\\btrace\\b.*\\brequirements?\\b|\\brequirements? matrix\\b");
  static final Pattern TESTS = Pattern.compile(
      "\\btest ?-?cases?\\b|\\bcases\\b|\\btest suites?\\b|\\btest scenarios?\\b|\\bscenarios?\\b|\\btests\\b|\\bfeature files?\\b|\\bunit test\\b|\\b(?:write|generate|create|make) (?:a |an |some |me )*(?:\\w+ )?test\\b");

  static final Pattern ANOTHER = Pattern.compile(
      "\\b(?:same|instead|as well|too|also|again|use|using|switch|rather|now)\\b|^(?:in|as|for|with)\\b");

  private Cues() {}
}
