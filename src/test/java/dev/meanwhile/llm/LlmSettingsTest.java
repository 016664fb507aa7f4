package dev.meanwhile.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.llm.gate.GateLimits;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class LlmSettingsTest {

  @Test
  void theDefaultsAreAContract() {
    var settings = LlmFixture.settings();

    assertThat(settings.providerAtWork()).isEqualTo(LlmSettings.Provider.EMBEDDED);
    assertThat(settings.model()).isEqualTo("gpt-4.1-mini");
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.firstByteTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.idleTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(settings.totalTimeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.retries()).isEqualTo(2);
    assertThat(settings.maxRetryAfter()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.maxReply()).isEqualTo(DataSize.ofMegabytes(8));
    assertThat(settings.requireFinishReason()).isTrue();
    assertThat(settings.strictTools()).isFalse();
    assertThat(settings.strictJsonSchema()).isTrue();
    assertThat(settings.parallelToolCalls()).isNull();
    assertThat(settings.structuredOutput()).isEqualTo(LlmSettings.StructuredOutput.AUTO);
    assertThat(settings.gate())
        .isEqualTo(new GateLimits(16, Duration.ofSeconds(60), Duration.ofMinutes(10), 1000));
    assertThat(settings.embeddedWordDelay()).isZero();
  }

  @Test
  void aBaseUrlOrAKeyTurnsToOpenAi() {
    assertThat(LlmFixture.settings("base-url=http://localhost:1/v1").providerAtWork())
        .isEqualTo(LlmSettings.Provider.OPENAI);
    assertThat(LlmFixture.settings("api-key=k").providerAtWork())
        .isEqualTo(LlmSettings.Provider.OPENAI);
    assertThat(LlmFixture.settings("api-key=").providerAtWork())
        .isEqualTo(LlmSettings.Provider.EMBEDDED);
    assertThat(LlmFixture.settings("api-key=k", "provider=embedded").providerAtWork())
        .isEqualTo(LlmSettings.Provider.EMBEDDED);
  }

  @Test
  void openAiWithoutAServerOrAKeyIsRefused() {
    assertThatThrownBy(() -> LlmFixture.settings("provider=openai")).rootCause()
        .hasMessageContaining("api-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000", "ftp://models.example.org/v1", "/v1", "http:///v1"})
  void aBaseUrlThatIsNoAddressOfAServerIsRefused(String url) {
    assertThatThrownBy(() -> LlmFixture.settings("base-url=" + url)).rootCause()
        .hasMessageContaining("meanwhile.llm.base-url \"" + url + "\"");
  }

  @Test
  void aGateTooNarrowForBothLanesIsRefused() {
    assertThatThrownBy(() -> LlmFixture.settings("gate.calls=2")).rootCause()
        .hasMessageContaining("least is 3");
  }

  @Test
  @Tag("MW-LLM-003")
  void theKeyIsNotPrinted() {
    assertThat(LlmFixture.settings("api-key=k-123")).asString().doesNotContain("k-123");
  }
}
