package dev.meanwhile.feed;

import static dev.meanwhile.feed.Tales.event;
import static dev.meanwhile.feed.Tales.texts;
import static dev.meanwhile.feed.Tales.whisper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.UserId;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.store.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// A reader is woken by what is told to its user, here and on other nodes, and costs a bounded amount while it sleeps.
@MeanwhileTest
class SubscriptionTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int TOO_MANY = Subscription.WHISPERS + 44;

  @Autowired
  Api api;
  @Autowired
  Feed feed;
  @Autowired
  FeedStore store;
  @Autowired
  Signals signals;
  @Autowired
  LastWrites lastWrites;
  @Autowired
  JsonMapper json;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  Tales tales;
  @Autowired
  TransactionTemplate transactions;
  private UserId user;

  @BeforeEach
  void makeUser() {
    user = Tales.newUser(api);
  }

  /// A feed whose readers are woken by signals alone; the application's also looks now and then.
  private Feed unattended() {
    return new Feed(store, signals, lastWrites, json);
  }

  @Test
  void anEventWakesItsReadersOnceItIsCommitted() throws Exception {
    var here = unattended();
    try (var one = here.subscribe(user); var two = here.subscribe(user)) {
      transactions.executeWithoutResult(_ -> {
        here.tell(event(user, "news"));
        assertThat(isWoken(one)).isFalse();
      });
      assertThat(one.await(LIMIT)).isTrue();
      assertThat(two.await(LIMIT)).isTrue();
      assertThat(tales.texts(user)).containsExactly("news");
    }
  }

  private static boolean isWoken(Subscription subscription) {
    try {
      return subscription.await(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aReaderAlreadyWaitingIsWoken() throws Exception {
    try (var pool = Executors.newSingleThreadExecutor(); var reader = feed.subscribe(user)) {
      var woken = pool.submit(() -> reader.await(LIMIT));
      tales.tell(user, "news");
      assertThat(woken.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void neitherARollbackNorAnothersEventWakesAReader() {
    var other = Tales.newUser(api);
    try (var reader = feed.subscribe(user); var others = feed.subscribe(other)) {
      transactions.executeWithoutResult(status -> {
        feed.tell(event(user, "undone"));
        status.setRollbackOnly();
      });
      tales.tell(other, "news");
      feed.whisper(other, whisper("psst"));
      assertThat(isWoken(others)).isTrue();
      assertThat(isWoken(reader)).isFalse();
      assertThat(reader.whispers()).isEmpty();
    }
  }

  @Test
  void anEventOnAnotherNodeWakesTheReadersHere() throws Exception {
    var elsewhere = unattended();
    try (var reader = unattended().subscribe(user)) {
      transactions.executeWithoutResult(_ -> elsewhere.tell(event(user, "far news")));
      assertThat(reader.await(LIMIT)).isTrue();
      assertThat(tales.texts(user)).containsExactly("far news");
    }
  }

  /// The word of a node that was killed right after its commit never comes.
  @Test
  void aReaderWhomNobodyToldLooksAllTheSame() throws Exception {
    try (var reader = feed.subscribe(user)) {
      assertThat(reader.await(LIMIT)).isTrue();
    }
  }

  @Test
  void whoeverListensAgainAfterALostConnectionWakesItsReaders() throws Exception {
    try (var reader = unattended().subscribe(user)) {
      jdbc.sql("""
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'meanwhile signals'
        """).query().listOfRows();
      assertThat(reader.await(LIMIT)).isTrue();
    }
  }

  @Test
  void aFarWhisperReachesTheOtherNodesAlone() {
    var elsewhere = new Feed(store, signals, lastWrites, json);
    try (var here = feed.subscribe(user); var there = elsewhere.subscribe(user)) {
      elsewhere.whisperFar(user, whisper("from there"));
      feed.whisperFar(user, whisper("from here"));
      assertThat(awaitWhisper(here)).containsExactly("from there");
      assertThat(awaitWhisper(there)).containsExactly("from here");
      assertThat(feed.bounds(user)).isEqualTo(new FeedBounds(1, 0));
    }
  }

  private static List<String> awaitWhisper(Subscription reader) {
    return await().atMost(LIMIT).until(() -> texts(reader), heard -> !heard.isEmpty());
  }

  @Test
  void whispersAreHeardInOrderAndOnceAndNeverStored() {
    try (var reader = feed.subscribe(user)) {
      feed.whisper(user, whisper("a"));
      feed.whisper(user, whisper("b"));
      assertThat(isWoken(reader)).isTrue();
      assertThat(texts(reader)).containsExactly("a", "b");
      assertThat(reader.whispers()).isEmpty();
      assertThat(tales.all(user)).isEmpty();
      assertThat(feed.bounds(user)).isEqualTo(new FeedBounds(1, 0));
    }
  }

  @Test
  void aSlowReaderLosesWhispersPastTheBoundAndNobodyElseDoes() {
    var quickHeard = new ArrayList<String>();
    try (var slow = feed.subscribe(user); var quick = feed.subscribe(user)) {
      for (int i = 0; i < TOO_MANY; i++) {
        feed.whisper(user, whisper("w" + i));
        quickHeard.addAll(texts(quick));
      }
      assertThat(quickHeard).isEqualTo(numbered(TOO_MANY));
      assertThat(texts(slow)).isEqualTo(numbered(Subscription.WHISPERS));
      feed.whisper(user, whisper("again"));
      assertThat(texts(slow)).containsExactly("again");
    }
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "w" + i).toList();
  }

  @Test
  void aSlowReaderLosesNoEvent() throws Exception {
    try (var slow = feed.subscribe(user)) {
      var told = numbered(TOO_MANY);
      transactions.executeWithoutResult(_ -> told.forEach(text -> feed.tell(event(user, text))));
      assertThat(slow.await(LIMIT)).isTrue();
      assertThat(slow.whispers()).isEmpty();
      assertThat(tales.texts(user)).isEqualTo(told);
    }
  }

  @Test
  void aClosedSubscriptionHearsNothing() {
    var left = feed.subscribe(user);
    try (var stays = feed.subscribe(user)) {
      left.close();
      left.close();
      feed.whisper(user, whisper("psst"));
      assertThat(texts(stays)).containsExactly("psst");
    }
    assertThat(left.whispers()).isEmpty();
    assertThat(isWoken(left)).isFalse();
    feed.whisper(user, whisper("to nobody"));
    try (var next = feed.subscribe(user)) {
      assertThat(next.whispers()).isEmpty();
    }
  }
}
