package dev.meanwhile.llm.embedded.said;

import dev.meanwhile.llm.call.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A user message taken apart: the server's blocks at its head, what the user wants, and the document they pasted,
/// which is never read as a wish.
///
/// @param news what the server reports about tasks, in order
/// @param projectId of the conversation, if it has one
/// @param files attached to the message
/// @param wish the user's own words
/// @param afterthought words below a pasted document, trusted only for options and further steps
/// @param document pasted text, or ""
/// @param doubtful the end of the document, when it reads like a wish, or ""
public record Said(List<News> news, @Nullable String projectId, List<File> files, String wish,
    String afterthought, String document, String doubtful) {

  /// A task that ended.
  public record News(String taskId, String type, String status, String text) {}

  /// An attached file.
  public record File(String id, String name) {}

  private static final Pattern EVENTS = Pattern.compile("\\A\\s*<task_events>(.*?)</task_events>",
      Pattern.DOTALL);
  private static final Pattern TASK = Pattern.compile("<task ([^>]*)>(.*?)</task>", Pattern.DOTALL);
  private static final Pattern CONTEXT = Pattern
      .compile("\\A\\s*<context(\\s[^>]*?)?(?:/>|>(.*?)</context>)", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("<file ([^>]*?)/?>");
  private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /// A message as it stands in the conversation, taken apart.
  public static Said read(String message) {
    var news = new ArrayList<News>();
    var events = EVENTS.matcher(message);
    var rest = message;
    if (events.find()) {
      TASK.matcher(events.group(1)).results()
          .forEach(task -> news.add(news(task.group(1), task.group(2))));
      rest = message.substring(events.end());
    }
    var context = CONTEXT.matcher(rest);
    if (!context.find()) {
      return spoken(news, null, List.of(), rest);
    }
    var head = context.group(1) == null ? "" : context.group(1);
    var body = context.group(2) == null ? "" : context.group(2);
    return spoken(news, attribute(head, "project_id"), files(body), rest.substring(context.end()));
  }

  private static Said spoken(List<News> news, @Nullable String project, List<File> files,
      String text) {
    var parts = Pasted.in(text.strip());
    // of an earlier document that was cut, nothing is made: it would be made of a part
    var document = LeftOut.isIn(parts.document()) ? "" : parts.document();
    return new Said(news, project, files, parts.wish(), parts.afterthought(), document,
        parts.doubtful());
  }

  private static News news(String head, String text) {
    return new News(orEmpty(attribute(head, "id")), orEmpty(attribute(head, "type")),
        orEmpty(attribute(head, "status")),
        unescaped(text.strip()));
  }

  private static List<File> files(String body) {
    return FILE.matcher(body).results()
        .map(file -> new File(orEmpty(attribute(file.group(1), "id")),
            orEmpty(attribute(file.group(1), "name"))))
        .toList();
  }

  private static @Nullable String attribute(String head, String name) {
    return ATTRIBUTE.matcher(head).results().filter(it -> it.group(1).equals(name)).findFirst()
        .map(it -> unescaped(it.group(2))).filter(it -> !it.isBlank()).orElse(null);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;",
        "&");
  }

  /// This message seen as the answer to a question about an earlier one.
  public Said answering(Said earlier) {
    var both = files.isEmpty() ? earlier.files : files;
    return new Said(news, projectId, both, (earlier.wish + "\n" + wish).strip(), afterthought,
        document.isEmpty() ? earlier.document : document, doubtful);
  }

  /// This message with files that were attached to earlier ones.
  public Said with(List<File> earlier) {
    return new Said(news, projectId, earlier, wish, afterthought, document, doubtful);
  }

  /// What an earlier message wanted, of these files instead of its own.
  public Said correcting(Said earlier, List<File> instead) {
    return new Said(news, projectId, instead, earlier.wish, earlier.afterthought, "", "");
  }

  /// Whether the user pasted a document and said nothing about it.
  public boolean isOnlyDocument() {
    return wish.isBlank() && !document.isBlank();
  }
}
