package dev.meanwhile.chaos;

import dev.meanwhile.Api;
import dev.meanwhile.store.SharedPostgres;
import dev.meanwhile.store.StoreAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Several servers on one PostgreSQL. A server that dies is started again, unless it is told not to.
final class Fleet implements AutoCloseable {
  private static final String TOKEN = "a token of the first user of this test";

  private final Path folder;
  private final SharedPostgres postgres;
  private final List<String> settings;
  private final List<ServerProcess> nodes = new CopyOnWriteArrayList<>();
  private final AtomicInteger deaths = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private boolean restarting;

  private Fleet(Path folder, SharedPostgres postgres, List<String> settings) {
    this.folder = folder;
    this.postgres = postgres;
    this.settings = settings;
  }

  /// Starts the servers beside each other, and waits until all serve.
  ///
  /// @param more settings beside those that the servers need to find the database
  static Fleet start(Path folder, int nodes, List<String> more) throws Exception {
    Files.writeString(folder.resolve("token"), TOKEN);
    var postgres = SharedPostgres.start(folder.resolve("store"));
    var store = postgres.address();
    var settings = new ArrayList<>(List.of("--spring.datasource.url=" + store.url(),
        "--spring.datasource.username=" + store.username(),
        "--spring.datasource.password=" + store.password(), "--meanwhile.store.pool-size=30",
        "--meanwhile.security.bootstrap-token=" + TOKEN));
    settings.addAll(more);
    var fleet = new Fleet(folder, postgres, settings);
    try {
      for (int i = 0; i < nodes; i++) {
        fleet.nodes.add(fleet.launch(i));
      }
      fleet.bringUp();
    } catch (RuntimeException | IOException e) {
      fleet.close();
      throw e;
    }
    return fleet;
  }

  private ServerProcess launch(int index) throws IOException {
    var home = folder.resolve("node-" + index);
    var all = new ArrayList<>(settings);
    all.add("--meanwhile.data-dir=" + home.resolve("data"));
    return ServerProcess.launch(home, all);
  }

  /// Where the servers' data are.
  StoreAddress address() {
    return postgres.address();
  }

  /// From now on, whoever dies is started again.
  void keepAlive() {
    setRestarting(true);
    for (int i = 0; i < nodes.size(); i++) {
      keepAlive(i);
    }
  }

  private void setRestarting(boolean value) {
    lock.lock();
    try {
      restarting = value;
    } finally {
      lock.unlock();
    }
  }

  private void keepAlive(int index) {
    var watched = nodes.get(index);
    var _ = watched.onExit().thenRun(() -> replace(index, watched));
  }

  private void replace(int index, ServerProcess dead) {
    lock.lock();
    try {
      if (restarting && nodes.get(index) == dead) {
        deaths.incrementAndGet();
        nodes.set(index, launch(index));
        keepAlive(index);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /// From now on, whoever dies stays dead.
  void leaveDead() {
    setRestarting(false);
  }

  /// Starts a server again that ended, and waits until it serves.
  void restart(int index) throws IOException {
    nodes.set(index, launch(index));
    nodes.get(index).awaitReady();
  }

  /// How often a server died and was started again.
  int deaths() {
    return deaths.get();
  }

  /// Leaves the dead dead from now on, but begins with all alive.
  void bringUp() throws IOException {
    leaveDead();
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).isAlive()) {
        nodes.set(i, launch(i));
      }
    }
    nodes.forEach(ServerProcess::awaitReady);
  }

  /// Which server it is that the servers call so among themselves.
  int indexOf(String name) throws IOException {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException(name);
  }

  ServerProcess node(int index) {
    return nodes.get(index);
  }

  int size() {
    return nodes.size();
  }

  /// Some server that serves, as far as one can tell.
  Optional<ServerProcess> anyNode(RandomGenerator random) {
    var serving = nodes.stream().filter(ServerProcess::serves).toList();
    return serving.isEmpty()
        ? Optional.empty()
        : Optional.of(serving.get(random.nextInt(serving.size())));
  }

  /// A client of a server that nobody has signed in.
  Api api(ServerProcess node) {
    try {
      return Api.at(node.address(), folder.resolve("token"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Api api(int index) {
    return api(nodes.get(index));
  }

  SharedPostgres postgres() {
    return postgres;
  }

  /// The store beside the servers' backs: a new connection each time.
  JdbcClient store() {
    var address = postgres.address();
    return JdbcClient.create(
        new DriverManagerDataSource(address.url(), address.username(), address.password()));
  }

  List<Diary.Line> diary() throws IOException {
    var lines = new ArrayList<Diary.Line>();
    for (int i = 0; i < nodes.size(); i++) {
      lines.addAll(Diary.read(folder.resolve("node-" + i)));
    }
    lines.sort(java.util.Comparator.comparingLong(Diary.Line::nanos));
    return lines;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    leaveDead();
    nodes.forEach(ServerProcess::close);
    postgres.close();
  }
}
