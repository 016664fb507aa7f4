package dev.meanwhile.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Users who create tasks at a steady pace, and cancel, retry and talk in between.
final class Load {
  private final Promises promises = new Promises();
  private final Pace pace = new Pace();
  private final List<Thread> threads = new ArrayList<>();

  private Load() {}

  /// What to make.
  ///
  /// @param tasks in all, beside the retries and the poisonous ones
  /// @param poison tasks that kill their node each time
  /// @param apart the pause of each user between two tasks
  record Size(int users, int tasks, int poison, Duration apart) {}

  static Load start(Fleet fleet, long seed, Size size) {
    var load = new Load();
    var seeds = new SplittableRandom(seed);
    for (int i = 0; i < size.users(); i++) {
      var client = new Client(fleet, load.promises, load.pace, seeds.nextLong(),
          fleet.api(0).newUser());
      int poison = i < size.poison() ? 1 : 0;
      load.threads.add(Thread.ofVirtual().start(
          () -> load.run(client, size.tasks() / size.users(), poison, size.apart())));
    }
    return load;
  }

  private void run(Client client, int tasks, int poison, Duration apart) {
    try {
      for (int i = 0; i < tasks && pace.next(apart); i++) {
        client.act();
        if (poison > 0 && i == tasks / 4) {
          client.create(Plans.POISON);
        }
      }
    } catch (RuntimeException failure) {
      promises.surprise("a client of the test failed: " + failure);
    }
  }

  boolean isOver() {
    return threads.stream().noneMatch(Thread::isAlive);
  }

  /// What the clients were told.
  Recording.Promised promised() {
    return promises.all();
  }

  /// Ends it early.
  void end() {
    pace.end();
  }
}
