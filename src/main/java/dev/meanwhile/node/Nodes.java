package dev.meanwhile.node;

import com.fasterxml.uuid.Generators;
import dev.meanwhile.store.StoreAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The nodes that share this store. Each holds a lease, renewed on a connection and a platform thread of its own, so
/// that neither a busy pool nor busy virtual threads make a live node look dead.
@Component
public class Nodes implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Nodes.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final String name = "node-" + Generators.timeBasedEpochGenerator().generate();
  private final String version = Objects.requireNonNullElse(
      Nodes.class.getPackage().getImplementationVersion(),
      "development");
  private final StoreAddress address;
  private final NodeRows rows;
  private final NodeSettings settings;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Runnable> lost = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread renewing;

  Nodes(StoreAddress address, NodeRows rows, NodeSettings settings) {
    this.address = address;
    this.rows = rows;
    this.settings = settings;
  }

  /// This process's name, another one at each start.
  public String thisNode() {
    return name;
  }

  /// Whether that node's lease holds, by the database's clock. False for names never heard of.
  ///
  /// @throws org.springframework.dao.DataAccessException when the store is away: nobody knows then
  public boolean isAlive(String node) {
    return rows.isAlive(node);
  }

  /// The names of all nodes whose lease holds.
  public Set<String> alive() {
    return rows.alive();
  }

  /// The nodes that have told of themselves, dead ones too for a while; the newest first.
  ///
  /// @param limit how many at the most
  public List<Node> all(int limit) {
    return rows.all(limit);
  }

  /// Runs each time this node finds that its lease had run out, as after a freeze: what it held may be another's now.
  /// Called on a thread of its own.
  public void onLost(Runnable look) {
    lost.add(look);
  }

  /// How long a node that fell silent still counts as alive.
  public Duration lease() {
    return settings.lease();
  }

  /// Takes the lease before anything else runs, and goes on renewing it.
  @Override
  public void start() {
    try (var connection = address.connect("node")) {
      rows.renew(connection, name, settings.lease(), version);
    } catch (SQLException e) {
      throw new IllegalStateException("the lease of this node can't be taken", e);
    }
    var thread = new Thread(this::renewUntilStopped, "node-lease");
    thread.setDaemon(true);
    renewing = thread;
    thread.start();
  }

  /// At least once, so that a node that stops right after its start gives its lease back too.
  private void renewUntilStopped() {
    do {
      try (var connection = address.connect("node")) {
        connection.setNetworkTimeout(Runnable::run, (int) settings.lease().toMillis());
        renewOn(connection);
        rows.remove(connection, name);
      } catch (SQLException e) {
        log.warn("The lease of {} can't be renewed: {}", name, e.getMessage());
      }
    } while (!isStopping(settings.renewal()));
  }

  private void renewOn(Connection connection) throws SQLException {
    do {
      if (!rows.renew(connection, name, settings.lease(), version)) {
        tellLost();
      }
      rows.forget(connection, settings.forget());
    } while (!isStopping(settings.renewal()));
  }

  private void tellLost() {
    log.warn("The lease of {} had run out: others may have taken over its work", name);
    lost.forEach(look -> Thread.startVirtualThread(look));
  }

  private boolean isStopping(Duration wait) {
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Gives the lease back, after everything that works under it has stopped.
  @Override
  public void stop() {
    var thread = renewing;
    renewing = null;
    stopping.countDown();
    try {
      if (thread != null) {
        thread.join(STOP_LIMIT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return renewing != null;
  }

  /// Early up, late down, beside the signals.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
