package dev.meanwhile.llm.gate;

import dev.meanwhile.llm.call.Cancellation;
import dev.meanwhile.llm.call.ModelFailure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.meanwhile.UserId;
import dev.meanwhile.llm.call.ModelFailure.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;

class ModelGateTest {
  private static final UserId ANN = new UserId("ann");
  private static final UserId BOB = new UserId("bob");

  private final ModelGate gate = new ModelGate(settings(8, "60s", 100));
  private final LinkedBlockingQueue<String> order = new LinkedBlockingQueue<>();
  private final ArrayDeque<ModelGate.Place> taken = new ArrayDeque<>();

  private static GateLimits settings(int calls, String wait, int waiting) {
    var longest = DurationStyle.detectAndParse(wait);
    return new GateLimits(calls, longest, longest, waiting);
  }

  private ModelGate.Place take(Lane lane, UserId user) {
    return gate.enter(lane, user, new Cancellation());
  }

  private void fill(Lane lane, int count) {
    for (int i = 0; i < count; i++) {
      taken.add(take(lane, ANN));
    }
  }

  private void queue(Lane lane, UserId user) {
    int before = gate.waiting(lane);
    Thread.ofVirtual().start(() -> {
      try {
        var _ = take(lane, user);
        order.add(lane.label() + " " + user);
      } catch (ModelFailure _) {
        order.add("turned away " + user); // the test was over before there was room
      }
    });
    await().until(() -> gate.waiting(lane) == before + 1);
  }

  private List<String> freeOneByOne(int count) throws InterruptedException {
    var let = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      taken.remove().close();
      let.add(order.poll(5, java.util.concurrent.TimeUnit.SECONDS));
    }
    return let;
  }

  @Test
  @Tag("MW-LLM-001")
  void tasksNeverTakeThePlacesKeptForTurns() {
    fill(Lane.TASK, 6);
    queue(Lane.TASK, ANN);

    var first = take(Lane.TURN, BOB);
    var second = take(Lane.TURN, BOB);

    assertThat(gate.inside(Lane.TASK)).isEqualTo(6);
    assertThat(gate.inside(Lane.TURN)).isEqualTo(2);
    assertThat(gate.waiting(Lane.TASK)).isOne();
    first.close();
    second.close();
    assertThat(gate.waiting(Lane.TASK)).as("a turn's place stays a turn's").isOne();
  }

  @Test
  void turnsBorrowWhatTasksLeaveAndGiveItBack() throws Exception {
    fill(Lane.TURN, 8);
    queue(Lane.TURN, ANN);
    queue(Lane.TASK, BOB);

    assertThat(freeOneByOne(2)).containsExactly("task bob", "turn ann");
  }

  @Test
  void aNewcomerGetsTheNextPlaceBehindAnothersBacklog() throws Exception {
    fill(Lane.TASK, 6);
    for (int i = 0; i < 20; i++) {
      queue(Lane.TASK, ANN);
    }
    queue(Lane.TASK, BOB);
    queue(Lane.TASK, BOB);

    assertThat(freeOneByOne(5)).containsExactly("task ann", "task bob", "task ann", "task bob",
        "task ann");
  }

  @Test
  void aQuarterOfTheCallsIsKeptAndNeverFewerThanTwo() {
    var small = new ModelGate(settings(3, "1ms", 1));
    var _ = small.enter(Lane.TASK, ANN, new Cancellation());
    assertThatThrownBy(() -> small.enter(Lane.TASK, ANN, new Cancellation()))
        .isInstanceOf(ModelFailure.class);

    var large = new ModelGate(settings(16, "1ms", 1));
    for (int i = 0; i < 12; i++) {
      var _ = large.enter(Lane.TASK, ANN, new Cancellation());
    }
    assertThatThrownBy(() -> large.enter(Lane.TASK, ANN, new Cancellation()))
        .isInstanceOf(ModelFailure.class);
  }

  @Test
  void aWaitHasAnEndAndLeavesTheLine() {
    var impatient = new ModelGate(settings(3, "5ms", 10));
    var inside = impatient.enter(Lane.TASK, ANN, new Cancellation());

    assertThatThrownBy(() -> impatient.enter(Lane.TASK, BOB, new Cancellation()))
        .isInstanceOfSatisfying(ModelFailure.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.BUSY));

    assertThat(impatient.waiting(Lane.TASK)).isZero();
    inside.close();
    impatient.enter(Lane.TASK, BOB, new Cancellation()).close();
    assertThat(impatient.inside(Lane.TASK)).isZero();
  }

  @Test
  void tooManyWaitersAreTurnedAway() {
    var short_ = new ModelGate(settings(3, "60s", 0));
    assertThatThrownBy(() -> short_.enter(Lane.TURN, ANN, new Cancellation()))
        .isInstanceOfSatisfying(ModelFailure.class, it -> assertThat(it.isTransient()).isTrue());
  }

  @Test
  void cancellingAndInterruptingLeaveTheLineAtOnce() {
    fill(Lane.TASK, 6);
    var cancellation = new Cancellation();
    var cancelled = CompletableFuture.runAsync(() -> gate.enter(Lane.TASK, ANN, cancellation),
        Thread::startVirtualThread);
    await().until(() -> gate.waiting(Lane.TASK) == 1);
    cancellation.cancel();
    assertThatThrownBy(cancelled::join).isInstanceOf(CompletionException.class).cause()
        .isInstanceOfSatisfying(ModelFailure.class,
            it -> assertThat(it.reason()).isEqualTo(Reason.CANCELLED));

    var interrupted = Thread.ofVirtual()
        .start(
            () -> assertThatThrownBy(() -> take(Lane.TASK, ANN)).isInstanceOf(ModelFailure.class));
    await().until(() -> gate.waiting(Lane.TASK) == 1);
    interrupted.interrupt();
    await().atMost(Duration.ofSeconds(5)).until(() -> gate.waiting(Lane.TASK) == 0);

    taken.forEach(ModelGate.Place::close);
    assertThat(gate.inside(Lane.TASK)).isZero();
  }

  @Test
  void aPlaceClosedTwiceIsFreedOnce() {
    var place = take(Lane.TURN, ANN);
    var _ = take(Lane.TURN, ANN);
    place.close();
    place.close();
    assertThat(gate.inside(Lane.TURN)).isOne();
  }
}
