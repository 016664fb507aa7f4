package dev.meanwhile.trace.extract.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "**Alarm**: The pump *must* stop. | Alarm: The pump must stop.",
      "The pump **shall not** stop. | The pump shall not stop.",
      "__Pumps__ _of_ ***today*** rest. | Pumps of today rest.",
      "The [pump](https://pump.example/a_b) must stop. | The pump must stop.",
      "The `pump_1` must be *quick*. | The `pump_1` must be quick.",
      "Use **must** for duties. | Use **must** for duties.",
      "The word *shall* binds. | The word *shall* binds.",
      "**Must**: a duty. | **Must**: a duty.", "3 * 4 * 5 | 3 * 4 * 5",
      "a_b and c_d | a_b and c_d", "The pump [SRS12] must stop. | The pump [SRS12] must stop.",
      "[x] The pump must stop. | The pump must stop.", "[ ] Pumps | Pumps",
      "[a] The pump must stop. | [a] The pump must stop.",
      "3.1.2 The pump must stop. | The pump must stop.", "2.5 litres a day | 2.5 litres a day",
      "3 The pump | 3 The pump"})
  void onlyWhatIsSpokenOfStaysMarked(String sentence, String wording) {
    assertThat(Wording.of(sentence)).isEqualTo(wording);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*The pump* shall stop.", "_The pump_ shall stop.",
      "The __pump__ shall stop.", "[The pump](pump.md) shall stop.",
      "The [pump](pump.md) shall stop.", "The pump shall stop."})
  void eachKindOfMarkupIsTakenAwayWhereverItStands(String sentence) {
    assertThat(Wording.of(sentence)).isEqualTo("The pump shall stop.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The lid **shall not** open within **4 Hz**. | The lid shall not open within 4 Hz.",
      "The __lid__ shall _never_ open. | The lid shall never open.",
      "The lid shall set `**x**` and lid_a_b. | The lid shall set `**x**` and lid_a_b.",
      "The area is a * b * c. | The area is a * b * c.", "2*3*4 lids | 2*3*4 lids",
      "\\*no\\* lids | \\*no\\* lids", "* a lid * | * a lid *"})
  void aReaderSeesNoSignsOfBoldAndItalic(String written, String seen) {
    assertThat(Wording.unmarked(written)).isEqualTo(seen);
  }
}
