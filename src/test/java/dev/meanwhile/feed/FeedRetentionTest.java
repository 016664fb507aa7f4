package dev.meanwhile.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.TestClock;
import dev.meanwhile.UserId;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Events leave from the old end only, and a reader can tell whether what it missed is still there.
@MeanwhileTest
class FeedRetentionTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Autowired
  Api api;
  @Autowired
  Feed feed;
  @Autowired
  Tales tales;
  @Autowired
  FeedRetention retention;
  @Autowired
  FeedSettings settings;
  @Autowired
  TestClock clock;
  private UserId user;

  @BeforeEach
  void makeUser() {
    user = Tales.newUser(api);
  }

  private void tellLongAgo(String... texts) {
    clock.advance(settings.retention().plusMinutes(1).negated());
    tales.tell(user, texts);
    clock.reset();
  }

  /// One run trims a bounded number of feeds, and other tests have some.
  private void trimUntilOldestIs(long oldest) {
    await().atMost(LIMIT).until(() -> {
      retention.trim();
      return feed.bounds(user).oldest() == oldest;
    });
  }

  @Test
  @Tag("MW-FEED-009")
  void oldEventsLeaveAndTheRestKeepTheirNumbers() {
    tellLongAgo("1", "2", "3");
    tales.tell(user, "4", "5");

    trimUntilOldestIs(4);

    assertThat(feed.bounds(user)).isEqualTo(new FeedBounds(4, 5));
    assertThat(tales.numbers(user)).containsExactly(4L, 5L);
    assertThat(tales.texts(user)).containsExactly("4", "5");
    assertThat(LongStream.rangeClosed(0, 6).filter(feed.bounds(user)::canResumeAfter))
        .containsExactly(3L, 4L, 5L);
  }

  @Test
  void anEmptiedFeedGoesOnCounting() {
    tellLongAgo("1", "2");

    trimUntilOldestIs(3);

    assertThat(feed.bounds(user)).isEqualTo(new FeedBounds(3, 2));
    assertThat(tales.all(user)).isEmpty();
    assertThat(feed.bounds(user).canResumeAfter(2)).isTrue();
    assertThat(feed.bounds(user).canResumeAfter(1)).isFalse();
    tales.tell(user, "3");
    assertThat(tales.numbers(user)).containsExactly(3L);
    assertThat(feed.bounds(user)).isEqualTo(new FeedBounds(3, 3));
  }

  /// Two nodes' clocks may differ: an event can bear an older time than the one before it.
  @Test
  void anOldEventBehindAYoungerOneStays() {
    tellLongAgo("1");
    tales.tell(user, "2");
    tellLongAgo("3");

    trimUntilOldestIs(2);
    retention.trim();

    assertThat(tales.numbers(user)).containsExactly(2L, 3L);
    assertThat(feed.bounds(user)).isEqualTo(new FeedBounds(2, 3));
  }
}
