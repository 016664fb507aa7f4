package dev.meanwhile.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.security.Caller;
import dev.meanwhile.security.Credential;
import dev.meanwhile.security.user.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// A reader's way through a feed: what leaves it meanwhile is told, and nobody who is behind rests.
@MeanwhileTest
class FeedReaderTest {
  @Autowired
  Api nobody;
  @Autowired
  Happenings happenings;
  @Autowired
  Feed feed;
  @Autowired
  Openings openings;
  @Autowired
  LiveSettings settings;
  @Autowired
  NoticeLatency latency;
  @Autowired
  JdbcClient jdbc;

  /// Does something when the reader was let in, and ends it with the first event that it tells.
  private static class Trap implements Outlet {
    final List<ObjectNode> told = new ArrayList<>();
    private final Runnable whenLetIn;
    @Nullable
    FeedReader reader;
    private boolean isLetIn;

    Trap(Runnable whenLetIn) {
      this.whenLetIn = whenLetIn;
    }

    @Override
    public void begin() {}

    @Override
    public void event(ObjectNode event) {
      told.add(event);
      if (reader != null) {
        reader.end(Ending.LEFT);
      }
    }

    @Override
    public void heartbeat(long seq) {
      throw new AssertionError("nothing was told");
    }

    @Override
    public void flush() {
      if (!isLetIn) {
        isLetIn = true;
        whenLetIn.run();
      }
    }

    @Override
    public void end(Ending ending, long seq) {}
  }

  @Test
  void whatLeavesRightAfterAReaderWasLetInIsToldAsAResetAndNoGap() throws Exception {
    var guest = nobody.newUser();
    happenings.tell(guest, 5);
    var trap = new Trap(() -> forgetUpTo(guest.user(), 3));

    run(guest, trap, settings, 1);

    assertThat(trap.told.getFirst().path("type").asString()).isEqualTo("reset");
    assertThat(trap.told.getFirst().path("seq").asLong()).isEqualTo(5);
    assertThat(trap.told).as("what the reset stands for isn't told again").hasSize(1);
  }

  private void run(Api guest, Trap trap, LiveSettings limits, long after) throws Exception {
    var caller = new Caller(Happenings.idOf(guest), Role.USER,
        new Credential.Token(UUID.randomUUID()));
    var reader = new FeedReader(caller, FeedFilter.ALL, trap, feed, openings, limits, latency);
    trap.reader = reader;
    reader.run(after);
  }

  /// With a heartbeat that is always due, a rest is one.
  @Test
  void aReaderThatIsBehindRestsWhenItHasCaughtUpAndNotBefore() throws Exception {
    var guest = nobody.newUser();
    happenings.tell(guest, 5);
    var rests = new ArrayList<Long>();
    var trap = new Trap(() -> {}) {
      @Override
      public void event(ObjectNode event) {
        told.add(event);
      }

      @Override
      public void heartbeat(long seq) {
        rests.add(seq);
        Objects.requireNonNull(reader).end(Ending.LEFT);
      }
    };

    run(guest, trap, restless(2), 0);

    assertThat(rests).containsExactly(5L);
    assertThat(trap.told).hasSize(5);
  }

  private LiveSettings restless(int batch) {
    return new LiveSettings(Duration.ZERO, settings.retry(), settings.writeDeadline(),
        settings.credentialCheck(), settings.perUser(), settings.perNode(), batch,
        settings.maxFrame(), settings.maxReset(), settings.resetEnded());
  }

  /// As the retention does.
  private void forgetUpTo(String user, int seq) {
    jdbc.sql("delete from feed_event where user_id = ? and seq <= ?").param(user).param(seq)
        .update();
    jdbc.sql("update feed_head set oldest = ? where user_id = ?").param(seq + 1).param(user)
        .update();
  }
}
