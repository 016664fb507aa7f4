package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

/// A start that an operator's settings make fail says so in a sentence.
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "jdbc:postgresql://127.0.0.1:1/x | The database can't be used: Connection to 127.0.0.1:1 refused",
      "postgres://me:hidden@127.0.0.1/x?password=hidden | spring.datasource.url \"postgres://…@127.0.0.1/x?…\" must be like",
      "jdbc:mysql://127.0.0.1/x | must be like jdbc:postgresql://host:5432/name"})
  void aDatabaseThatCannotBeUsedIsToldWithItsReason(String url, String told,
      CapturedOutput output) {
    assertThatThrownBy(() -> SpringApplication.run(Application.class,
        "--spring.datasource.url=" + url, "--meanwhile.store.start-timeout=1ms", "--server.port=0"))
        .isInstanceOf(Exception.class);

    assertThat(output).contains("APPLICATION FAILED TO START", told).doesNotContain("hidden");
  }

  @Test
  void aFileThatCannotBeReadIsNamedWithWhatItIsFor() {
    var thrown = new IllegalStateException("bean", new UncheckedIOException(
        "meanwhile.prompts.dir /nope can't be read", new NoSuchFileException("/nope")));

    var told = Objects.requireNonNull(new UnreadableAnalyzer().analyze(thrown));

    assertThat(told.getDescription())
        .contains("meanwhile.prompts.dir /nope can't be read", "NoSuchFileException: /nope");
  }

  @Test
  void anAddressThatTheMachineHasNotIsNamedAndAPortInUseLeftToSpring() {
    var missing = new BindException("Cannot assign requested address");

    var told = Objects.requireNonNull(
        new CannotListenAnalyzer().analyze(new IllegalStateException("web", missing)));

    assertThat(told.getDescription()).contains("Cannot assign requested address");
    assertThat(told.getAction()).contains("server.address");
    assertThat(new CannotListenAnalyzer()
        .analyze(new PortInUseException(8080, new BindException("in use")))).isNull();
  }
}
