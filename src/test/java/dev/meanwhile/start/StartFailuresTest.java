package dev.meanwhile.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.meanwhile.Application;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

/// A start that an operator's settings make fail says so in a sentence.
@ExtendWith(OutputCaptureExtension.class)
@Isolated("others print too, and a start sets up the logging of the whole process anew")
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
  @Tag("MW-OPS-006")
  void aStartWithAnUnknownOneFailsAndNamesTheRightOneAndNoValue() {
    var thrown = catchThrowable(() -> SpringApplication.run(Application.class,
        "--meanwhile.llm.api-kei=secret-1", "--server.port=0"));

    assertThat(thrown).isInstanceOf(SettingsCheck.Unknown.class).message()
        .startsWith("meanwhile.llm.api-kei (").contains("commandLineArgs",
            "Did you mean meanwhile.llm.api-key?")
        .doesNotContain("secret-1");
    assertThat(Objects.requireNonNull(new UnknownSettingsAnalyzer().analyze(thrown)).getAction())
        .contains("README.md");
  }

  @ParameterizedTest
  @CsvSource({"meanwhile.tasks.retention, 24x", "meanwhile.files.max-size, 32XB",
      "meanwhile.tasks.slots, many", "meanwhile.tasks.back-off, -2s", "meanwhile.llm.retries, -1",
      "meanwhile.llm.provider, gpt"})
  void aValueThatCannotBeIsToldWithItsSettingBeforeTheDatabaseIsOpened(String name, String value) {
    assertThatThrownBy(() -> SpringApplication.run(Application.class, "--" + name + "=" + value,
        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x", "--server.port=0"))
        .isInstanceOf(org.springframework.boot.context.properties.bind.BindException.class)
        .hasMessageStartingWith("Failed to bind properties under '" + name + "'");
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
