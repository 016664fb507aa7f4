package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class StoreTroubleTest {

  @Test
  void aFailureTellsWhetherTheStoreIsTheReason() {
    assertThat(StoreTrouble.in(new IllegalStateException(new SQLException("no column", "42703"))))
        .isEmpty();
    assertThat(StoreTrouble.in(new SQLException("gone", "08006"))).contains(StoreTrouble.AWAY);
    assertThat(StoreTrouble.in(new SQLException("no room", "53100"))).contains(StoreTrouble.FULL);
  }

  @Test
  void roundsThatFailForTheStoreAreToldInALineWithoutTheStatementAndOthersInFull() {
    var lost = new IllegalStateException("select 1", new SQLException("gone\n  away", "57P01"));
    var bug = new IllegalStateException("a bug");
    var lines = new ArrayList<String>();
    var whole = new ArrayList<Throwable>();

    StoreTrouble.tell(lost, lines::add, whole::add);
    StoreTrouble.tell(bug, lines::add, whole::add);

    assertThat(lines).containsExactly("Left for the next time, the store is away: gone away");
    assertThat(whole).containsExactly(bug);
  }
}
