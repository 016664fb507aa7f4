package dev.meanwhile.trace.test.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a response names in a row without saying that it is a list.
class SeriesTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "The loom shall weave 8, 16, or 32 threads. | 8/16/32 threads",
      "The horn shall sound at 433 Hz, 868 Hz and 915.5 Hz. | 433 Hz/868 Hz/915.5 Hz",
      "The silo shall hold 4,000, 8,000 or 16,000 sacks. | 4,000/8,000/16,000 sacks",
      "The bell shall ring 2 or 3 times. | 2/3 times",
      "The press shall offer Folio, Quarto or Octavo. | Folio/Quarto/Octavo",
      "The kiosk shall take Visa or Girocard. | Visa/Girocard",
      "The till shall run on Linux 6.1, Linux 6.12, and Haiku 1. | Linux 6.1/Linux 6.12/Haiku 1",
      "The diary shall show the guest, the room and the day of arrival. "
          + "| the guest/the room/the day of arrival",
      "The clerk shall get a bill, a copy, or a receipt when the guest leaves. "
          + "| a bill/a copy/a receipt"})
  void eachMemberStandsAlone(String response, String members) {
    assertThat(Series.in(response)).containsExactly(members.split("/"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"The lamp shall be lit.",
      "The pump shall stop the motor, close the valve and ring the bell.",
      "The pump starts, the valve opens and the lamp is lit.",
      "The door shall open, the light shall go on and the fan shall run.",
      "The unit shall obey sections 3, 4 and 5.",
      "The lift shall stop at floors 1, 2 and 3 for guests, staff and goods, respectively.",
      "The flag shall be White and Red.",
      "The ramp shall rise from 3 to 5 m."})
  void whatIsDoneOrCitedOrAPairIsNone(String response) {
    assertThat(Series.in(response)).isEmpty();
  }
}
