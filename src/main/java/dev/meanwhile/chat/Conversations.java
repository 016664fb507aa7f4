package dev.meanwhile.chat;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.project.Projects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All conversations, each seen by its own user only: somebody else's is answered as if it did not exist.
@Component
public class Conversations {
  static final String UNTITLED = "New conversation";
  private static final int LONGEST_TITLE = 120;
  /// How many conversations a listing shows.
  private static final int LISTED = 200;
  private static final Duration ASK_AGAIN = Duration.ofHours(1);
  private static final String SELECT = """
    select conversation_id, user_id, title, project_id, created_at, updated_at from conversation
    """;

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcClient jdbc;
  private final Projects projects;
  private final Feed feed;
  private final ChatSettings settings;
  private final Clock clock;

  Conversations(JdbcClient jdbc, Projects projects, Feed feed, ChatSettings settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.projects = projects;
    this.feed = feed;
    this.settings = settings;
    this.clock = clock;
  }

  /// Begins a conversation.
  ///
  /// @throws Problem bad title, or over the number of conversations
  @Transactional
  public Conversation create(UserId user, @Nullable String title, @Nullable ProjectKey project) {
    checkCount(user);
    if (project != null) {
      projects.use(user, project);
    }
    var now = clock.instant();
    var made = new Conversation(ids.generate(), checked(title), project, now, now);
    jdbc.sql("""
      insert into conversation (conversation_id, user_id, project_id, title, created_at,
        updated_at)
      values (?, ?, ?, ?, ?, ?)
      """).param(made.conversationId()).param(user.value())
        .param(project == null ? null : project.value()).param(made.title())
        .param(now.atOffset(ZoneOffset.UTC)).param(now.atOffset(ZoneOffset.UTC)).update();
    return made;
  }

  private void checkCount(UserId user) {
    int count = jdbc.sql("select count(*) from conversation where user_id = ?").param(user.value())
        .query(Integer.class).single();
    if (count >= settings.conversations()) {
      throw Problem.quota("conversations", "%,d conversations, the most is %,d "
          .formatted(count, settings.conversations())
          + "(meanwhile.chat.conversations); delete some first", ASK_AGAIN);
    }
  }

  private static String checked(@Nullable String title) {
    if (title == null || title.isBlank()) {
      return UNTITLED;
    }
    var line = title.strip().replaceAll("[\\p{Cc}]+", " ");
    if (line.length() > LONGEST_TITLE) {
      throw Problem.badField("title",
          "%d characters, the most is %d".formatted(line.length(), LONGEST_TITLE));
    }
    return line;
  }

  /// The user's conversation.
  ///
  /// @throws Problem not found
  public Conversation get(UserId user, UUID conversationId) {
    return find(user, conversationId)
        .orElseThrow(() -> Problem.notFound("conversation " + conversationId));
  }

  /// The user's conversation, if there is one of that ID.
  public Optional<Conversation> find(UserId user, UUID conversationId) {
    return jdbc.sql(SELECT + "where user_id = ? and conversation_id = ?").param(user.value())
        .param(conversationId).query(Conversations::conversation).optional();
  }

  /// The user's conversations, the one with the last message first, 200 at the most.
  public List<Conversation> list(UserId user) {
    return jdbc.sql(SELECT + """
      where user_id = ? order by updated_at desc, conversation_id desc limit ?
      """).param(user.value()).param(LISTED).query(Conversations::conversation).list();
  }

  /// Gives it another title or project; null leaves either as it is.
  ///
  /// @throws Problem not found, or bad title
  @Transactional
  public Conversation change(UserId user, UUID conversationId, @Nullable String title,
      @Nullable ProjectKey project) {
    var before = lock(user, conversationId);
    if (title != null) {
      rename(conversationId, checked(title));
    }
    if (project != null) {
      projects.use(user, project);
      jdbc.sql("update conversation set project_id = ? where conversation_id = ?")
          .param(project.value()).param(conversationId).update();
    }
    var changed = get(user, conversationId);
    if (!changed.equals(before)) {
      feed.tell(new NewEvent(user, "conversation.changed", conversationId, null,
          Map.of("conversation", changed)));
    }
    return changed;
  }

  private void rename(UUID conversationId, String title) {
    jdbc.sql("update conversation set title = ? where conversation_id = ?").param(title)
        .param(conversationId).update();
  }

  /// Names an untitled conversation after its first message.
  public void nameAfter(Conversation conversation, String message) {
    if (conversation.title().equals(UNTITLED)) {
      var line = message.strip().lines().findFirst().orElse(UNTITLED);
      rename(conversation.conversationId(), line.length() <= 60
          ? line
          : line.substring(0,
              line.offsetByCodePoints(0, Math.min(59, line.codePointCount(0, line.length()))))
              + "…");
    }
  }

  /// Removes it with its messages; its tasks go on.
  ///
  /// @throws Problem not found
  @Transactional
  public void delete(UserId user, UUID conversationId) {
    lock(user, conversationId);
    jdbc.sql("delete from conversation where conversation_id = ?").param(conversationId).update();
  }

  /// Locks the user's conversation until the transaction ends.
  ///
  /// @throws Problem not found
  public Conversation lock(UserId user, UUID conversationId) {
    return lockIfThere(user, conversationId)
        .orElseThrow(() -> Problem.notFound("conversation " + conversationId));
  }

  /// Locks it until the transaction ends, if the user still has it.
  public Optional<Conversation> lockIfThere(UserId user, UUID conversationId) {
    return jdbc.sql(SELECT + "where user_id = ? and conversation_id = ? for update")
        .param(user.value()).param(conversationId).query(Conversations::conversation).optional();
  }

  /// Takes the next place in a locked conversation.
  public int nextSeq(UUID conversationId) {
    return jdbc.sql("""
      update conversation set next_seq = next_seq + 1, updated_at = ? where conversation_id = ?
      returning next_seq - 1
      """).param(clock.instant().atOffset(ZoneOffset.UTC)).param(conversationId)
        .query(Integer.class).single();
  }

  private static Conversation conversation(ResultSet row, int number) throws SQLException {
    var project = row.getString("project_id");
    return new Conversation(row.getObject("conversation_id", UUID.class), row.getString("title"),
        project == null ? null : new ProjectKey(project),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
