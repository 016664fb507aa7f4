package dev.meanwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.MeanwhileTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Last writes are part of their transaction, in their order, and nothing without one.
@MeanwhileTest
class LastWritesTest {
  private static final String ADD = """
    insert into last_writes (place, word) select count(*), :word from last_writes
    """;

  @Autowired
  LastWrites lastWrites;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TransactionTemplate transactions;

  @BeforeEach
  void makeTable() {
    jdbc.sql("create table last_writes (place int primary key, word text not null unique)")
        .update();
  }

  @AfterEach
  void dropTable() {
    jdbc.sql("drop table last_writes").update();
  }

  private void add(String word) {
    lastWrites.add(ADD, Map.of("word", word));
  }

  private List<String> words() {
    return jdbc.sql("select word from last_writes order by place")
        .query((row, _) -> row.getString("word")).list();
  }

  @Test
  void theyAreWrittenInTheirOrderHoweverManyThereAre() {
    var all = IntStream.range(0, 21).mapToObj(n -> "w" + n).toList();
    transactions.executeWithoutResult(_ -> {
      all.forEach(this::add);
      assertThat(words()).as("before the commit").isEmpty();
    });
    assertThat(words()).isEqualTo(all);
  }

  @Test
  void whoReadsThemInTheirTransactionHasThemSentFirstAndOnce() {
    transactions.executeWithoutResult(_ -> {
      add("early");
      lastWrites.flush();
      assertThat(words()).containsExactly("early");
      add("late");
    });
    assertThat(words()).containsExactly("early", "late");
  }

  @Test
  void aRollbackForgetsThem() {
    transactions.executeWithoutResult(status -> {
      add("never");
      status.setRollbackOnly();
    });
    transactions.executeWithoutResult(_ -> add("after"));
    assertThat(words()).containsExactly("after");
  }

  @Test
  void oneThatFailsTakesItsTransactionWithIt() {
    assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
      jdbc.sql("insert into last_writes values (100, 'first')").update();
      add("same");
      add("same");
    })).isInstanceOf(DataIntegrityViolationException.class);
    assertThat(words()).isEmpty();
  }

  @Test
  void withoutATransactionTheyAreRefused() {
    assertThatThrownBy(() -> add("lost")).isInstanceOf(IllegalStateException.class);
    assertThat(words()).isEmpty();
  }
}
