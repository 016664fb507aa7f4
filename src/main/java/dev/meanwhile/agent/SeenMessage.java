package dev.meanwhile.agent;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The user's message as the model sees it: the server's news and the context in blocks that only the server can write,
/// then the user's words.
final class SeenMessage {
  private static final int MOST_NEWS = 10;
  private static final Pattern SERVERS_OWN = Pattern.compile("<(?=/?(?:task_events|context)\\b)",
      Pattern.CASE_INSENSITIVE);

  private SeenMessage() {}

  static String of(TurnRequest request) {
    return news(request.news()) + context(request) + inert(request.text());
  }

  private static String news(List<TaskNews> news) {
    if (news.isEmpty()) {
      return "";
    }
    int left = Math.max(0, news.size() - MOST_NEWS);
    var lines = news.stream().skip(left).map(SeenMessage::line).collect(Collectors.joining("\n"));
    var more = left == 0 ? "" : "\n<more count=\"%d\">see list_tasks</more>".formatted(left);
    return "<task_events>\n" + lines + more + "\n</task_events>\n\n";
  }

  private static String line(TaskNews news) {
    return "<task id=\"%s\" type=\"%s\" status=\"%s\">%s</task>".formatted(news.taskId(),
        escaped(news.type()), escaped(news.status()), escaped(news.text()));
  }

  private static String context(TurnRequest request) {
    var files = request.files().stream().map(SeenMessage::line).collect(Collectors.joining());
    return "<context project_id=\"%s\">%s</context>\n\n".formatted(
        escaped(request.projectOrDefault().value()), files.isEmpty() ? "" : "\n" + files);
  }

  private static String line(AttachedFile file) {
    return "<file id=\"%s\" name=\"%s\" size=\"%d\"/>\n".formatted(file.fileId(),
        escaped(file.name()), file.size());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("\"", "&quot;").replace('\n', ' ').replace('\0', ' ');
  }

  /// Verbatim but for what would look like the server's own blocks, and for NUL, which can't be stored.
  private static String inert(String text) {
    return SERVERS_OWN.matcher(text).replaceAll("&lt;").replace('\0', ' ');
  }
}
