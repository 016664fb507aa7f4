package dev.meanwhile.trace.extract.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(strings = {"REQ-XXX", "SYS-REQ-NNN", "FR_XX", "RS-232", "RS485", "MIL-STD-810-G",
      "RJ-45-A"})
  void whatStandsForANumberAndWhatNamesABusAreNoIds(String text) {
    assertThat(Ids.isId(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD1000", "MD3002.4", "PM-001", "CO-104", "USB-010", "X-017"})
  void lettersOfOtherThingsBeginIdsWhereTheNumberIsLonger(String id) {
    assertThat(Ids.in("see " + id + " there")).extracting(Ids.Place::id).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "PM2.5", "PM-10", "CO2", "MP3", "IP67", "USB3.2", "BASE64", "X509",
      "H.264", "H264", "X-15", "JAVA-21"})
  void shortNumbersBehindThemAreThoseThings(String name) {
    assertThat(Ids.in("see " + name + " there")).isEmpty();
  }

  @Test
  void aListOfOtherThingsIsKnownByItsLetters() {
    assertThat(Ids.isOfOther("ADR-7")).isTrue();
    assertThat(Ids.isOfOther("RISK-2")).isTrue();
    assertThat(Ids.isOfOther("REQ-7")).isFalse();
    assertThat(Ids.isId("RS-7")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"see REQ-1., then (A-2-) | REQ-1 A-2",
      "REQ-1~ or R7 | REQ-1 R7",
      "steps 1 to 3 of Step1, STEP-2 and v2.1 | ''", "x/REQ-1 -REQ-3 | ''",
      "req~a.b~1, FM1.2: | req~a.b~1 FM1.2", "UTF-8 in REQ-8 | REQ-8"})
  void idsAreFoundInOrderWithoutWhatStandsAroundThem(String text, String ids) {
    assertThat(String.join(" ", Ids.in(text).stream().map(Ids.Place::id).toList())).isEqualTo(ids);
    assertThat(Ids.in(text)).allSatisfy(
        p -> assertThat(text.substring(p.start(), p.end())).isEqualTo(p.id()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RQ.SRS-028.Server", "RQ.SRS-017.Server.TLS.Protocols.Disable",
      "REQ.SRS042.Map.dataType.Functions.WithAVeryLongNameOfItsOwn.WithAnother.AndAThird"})
  void anIdCanGoOnWithAPathOfNames(String id) {
    assertThat(Ids.isId(id) && Ids.isSure(id)).isTrue();
    assertThat(Ids.in("see " + id + ".")).extracting(Ids.Place::id).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SRS-001.md", "RQ.SRS", "RQ.Server.Port"})
  void aFileAndAPathWithoutANumberAreNoIds(String text) {
    assertThat(Ids.isId(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"REQ-7", "A_1", "HK2000", "FM1.2", "R7", "req~a~1"})
  void someIdsNeedNoWordsAroundThem(String id) {
    assertThat(Ids.isId(id)).isTrue();
    assertThat(Ids.isSure(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NFR-P01", "US-A1", "REQ-d00001", "cAB_X1000", "REQ.12", "REQ_01_UI",
      "REQ-7-PUMP-SWH-003", "PUMP-7-SRS-003", "SYS.PUMP.001", "REQ_PUMP.3", "RQ-A.1.2",
      "APP-REQ-LOGIN", "ECSS-E-ST-40_0720001", "REQ#12", "REQ#3.1", "UR/12", "SR/DEV/004",
      "3.2.1-R1", "4.1-REQ-12", "SYS_REQ_log_in", "ABC_FR-S3.1", "HLR7", "CR2",
      "IR-OVEN-HMI-012-B", "K2.1-REQ-9", "K2.1-REQ-9.2"})
  void projectsWriteLettersAndNumbersInManyOrders(String id) {
    assertThat(Ids.in("see " + id + ".")).extracting(Ids.Place::id).containsExactly(id);
    assertThat(Ids.isSure(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP_REQ_TIMEOUT", "DIN-A4", "USB-C3", "REQ.", "WI-FI6", "ECSS-E-ST-40C",
      "C#12", "and/12", "3.2.1-r1", "3.2.1", "src/UR/12", "MAX_REQ_SIZE", "UR/12/a", "1.2-rc1",
      "a.12", "STM-F4"})
  void namesOfOtherThingsAreNoIds(String name) {
    assertThat(Ids.in(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A1", "B12"})
  void othersDo(String id) {
    assertThat(Ids.isId(id)).isTrue();
    assertThat(Ids.isSure(id)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"REQ-1, REQ-2 | REQ-1 REQ-2",
      "All requirements: REQ-1 and REQ-2. | REQ-1 REQ-2", "[REQ-1] | REQ-1",
      "REQ-1 is closed | ''"})
  void aTextMayConsistOfIds(String text, String ids) {
    assertThat(String.join(" ", GoneIds.listed(text, false))).isEqualTo(ids);
  }

  @Test
  void anIdHasAnEnd() {
    var path = "RQ.SRS-1" + ("." + "A".repeat(39)).repeat(3);

    assertThat(Ids.isId(path)).isTrue();
    assertThat(Ids.isId(path + "A")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"FM1.2.3, FM1.2", "FM1.2, FM1", "FM1.a, ", "FM1, ", "1.2, 1"})
  void aDottedIdHasOneAboveIt(String id, @org.jspecify.annotations.Nullable String above) {
    assertThat(Ids.above(id)).isEqualTo(above);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"*X-1*: It shall go. | X-1", "X-1 : It shall go. | X-1",
      "It goes.\\n X-1: It shall stop. | X-1", "X-1 | ''", "It goes.\\nX-1 | ''",
      "\"X-1: It shall go. | ''"})
  void suchANameIsOneOnlyThere(String text, String ids) {
    assertThat(String.join(" ",
        Ids.in(text.translateEscapes()).stream().map(Ids.Place::id).toList())).isEqualTo(ids);
  }

  @Test
  void whatMayNameSomethingElseIsAnIdBetweenTheBeginningOfALineAndAColon() {
    assertThat(Ids.in("X-1: It shall go.\n- **H-2**: It shall stop.")).extracting(Ids.Place::id)
        .containsExactly("X-1", "H-2");
    assertThat(Ids.in("CO-2 shall be measured: now.\nNo X-1: not here.\nUTF-8: shall be used."))
        .isEmpty();
  }
}
