package dev.meanwhile.trace.extract.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
  private static final List<String> KNOWN = List.of("CF1001", "CF1002", "CF1002.1", "CF1003",
      "CF1004",
      "CF1005", "CF8000", "CF9000", "HK2000", "HK2000.1", "HK2000.2", "HK2000.3", "HK2001",
      "HK2001.1", "REQ-007", "REQ-008", "REQ-009", "ISF-HTH-001", "req~chat.open~1", "cES1000",
      "SCH4002.1", "SWREQ_LEVEL");
  private final References references = new References(KNOWN,
      Map.of("cf.doc", List.of("CF1001", "CF1004", "HK2000"), "hk.doc", List.of("HK2000")));

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"CF1003 | CF1003",
      "CF1001; 8000; 9000 | CF1001 CF8000 CF9000",
      "1003; 8000; 9000 | CF1003 CF8000 CF9000", "1003, 8000 and 9000 | CF1003 CF8000 CF9000",
      "1003/8000 | CF1003 CF8000", "CF1001 through CF1004 | CF1001 CF1002 CF1003 CF1004",
      "CF1001 thru 1003 | CF1001 CF1002 CF1003", "CF1001-CF1003 | CF1001 CF1002 CF1003",
      "CF1001 – CF1003 | CF1001 CF1002 CF1003", "CF1001-1003 | CF1001 CF1002 CF1003",
      "CF1001-3 | CF1001 CF1002 CF1003", "HK2000.1-3 | HK2000.1 HK2000.2 HK2000.3",
      "HK2000.1 to HK2000.3 | HK2000.1 HK2000.2 HK2000.3",
      "HK2000.1, .2, .3 | HK2000.1 HK2000.2 HK2000.3",
      "HK2000.1, 2 | HK2000.1 HK2000.2", "HK2000, .1 | HK2000 HK2000.1",
      "REQ-007..REQ-009 | REQ-007 REQ-008 REQ-009",
      "REQ-007-009 | REQ-007 REQ-008 REQ-009", "cf1003 | CF1003", "(CF1003) | CF1003",
      "CF1003. | CF1003",
      "ISF-HTH-001 | ISF-HTH-001", "req~chat.open~1 | req~chat.open~1", "1002.1 | CF1002.1",
      "SWREQ_LEVEL; 1003 | SWREQ_LEVEL CF1003", "4002.1 | SCH4002.1",
      "REQ-007..009 | REQ-007 REQ-008 REQ-009", "REQ-007…009 | REQ-007 REQ-008 REQ-009",
      "REQ 7, 8 | REQ-007 REQ-008", "REQ-xxx 007-009 | REQ-007 REQ-008 REQ-009",
      "REQ 7 to 9; CF 1001 | REQ-007 REQ-008 REQ-009 CF1001",
      "REQ-007, 8 and 9 | REQ-007 REQ-008 REQ-009", "CF1001, HK 2000 | CF1001 HK2000",
      "REQ 7, 777 | REQ-007 REQ-777"})
  void aReferenceIsWhatItsDocumentMeans(String text, String ids) {
    assertThat(references.in(text, "cf.doc")).containsExactly(ids.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"REQ#1, REQ#3 | REQ#1 REQ#3",
      "REQ#1 to REQ#3 | REQ#1 REQ#2 REQ#3",
      "UR/2; 4.1-R2 | UR/2 4.1-R2"})
  void idsWithSignsAreReferredToAsTheyAre(String text, String ids) {
    var signed = new References(List.of("REQ#1", "REQ#2", "REQ#3", "UR/2", "4.1-R2"), Map.of());

    assertThat(signed.in(text, "a.md")).containsExactly(ids.split(" ", -1));
  }

  @Test
  void theDocumentDecidesWhatAShortReferenceMeans() {
    assertThat(references.in("2000; 2001.1", "hk.doc")).containsExactly("HK2000", "HK2001.1");
    assertThat(references.in("CF8000; HK2000; 2001", "cf.doc")).containsExactly("CF8000", "HK2000",
        "HK2001");
  }

  @ParameterizedTest
  @CsvSource({"CF7777, CF7777", "7777, CF7777", "XY-001, XY-001"})
  void whatNoDocumentHasIsKeptAsAnOrphan(String text, String id) {
    assertThat(references.in(text, "cf.doc")).containsExactly(id);
  }

  @Test
  void whatIsNoReferenceIsNone() {
    assertThat(references.in("None", "cf.doc")).isEmpty();
    assertThat(references.in("see step 3", "cf.doc")).isEmpty();
    assertThat(references.in("N/A", "cf.doc")).isEmpty();
    assertThat(references.in("", "cf.doc")).isEmpty();
  }

  @Test
  void onlyListsOfReferencesAreLists() {
    assertThat(List.of("CF1001; 8000", "1003", "CF1001 through CF1004", "HK2000.1-3", "FR 3, 4"))
        .allMatch(References::isList);
    assertThat(List.of("The pump shall stop", "see 1003", "", "Basic Test"))
        .noneMatch(References::isList);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"CF0999-1001 | CF0999 CF1001", "CF7776-7777 | CF7776-7777",
      "1001-1003 | CF1001 CF1002 CF1003", "CF1002 to CF1004 | CF1002 CF1003 CF1004",
      "CF1003 to HK2001 | CF1003 HK2001", "77777 | ''"})
  void aRangeHasAKnownEndAndTheNumbersOfOneFamily(String text, String ids) {
    assertThat(String.join(" ", references.in(text, "cf.doc"))).isEqualTo(ids);
  }

  @Test
  void aNumberOfAnUnknownFamilyIsNoReference() {
    var others = new References(KNOWN, Map.of("xy.doc", List.of("XY1111", "XY2222"), "mixed.doc",
        List.of("12", "13", "CF1001"), "req.doc", List.of("REQ-007")));

    assertThat(others.in("7777", "xy.doc")).isEmpty();
    assertThat(others.in("7777", "none.doc")).isEmpty();
    assertThat(others.in("7-9", "none.doc")).isEmpty();
    assertThat(others.in("8888", "mixed.doc")).containsExactly("CF8888");
    assertThat(others.in("777", "req.doc")).containsExactly("REQ-777");
  }

  @Test
  void numbersAreCountedOnWhereverTheirZerosAndDotsStand() {
    var odd = new References(List.of("FR-08", "FR-9", "FR-10", "FM1.10", "FM1.2"), Map.of());

    assertThat(odd.in("FR-08 to FR-10", "a")).containsExactly("FR-08", "FR-9", "FR-10");
    assertThat(odd.in("FM1.10, 2", "a")).containsExactly("FM1.10", "FM1.2");
  }

  @Test
  void aNumberOfTwoFamiliesIsOfTheOneThatItsDocumentNames() {
    var two = new References(List.of("CF12", "XY12", "HK2000"), Map.of("cf.doc", List.of("CF12")));

    assertThat(two.in("HK2000; 12", "cf.doc")).containsExactly("HK2000", "CF12");
    assertThat(two.in("HK2000; 12", "other.doc")).containsExactly("HK2000");
  }

  @Test
  void aRangeMayHaveNumbersOfNineDigits() {
    var known = List.of("D-100000001", "D-100000002", "D-100000003");

    assertThat(new References(known, Map.of()).in("D-100000001 to D-100000003", "a"))
        .isEqualTo(known);
  }

  @Test
  void aNumberWithItsFamilyIsNotOneOfAnother() {
    var alike = new References(List.of("REQ-007", "ABC-007"), Map.of());

    assertThat(alike.in("REQ 7", "a")).containsExactly("REQ-007");
    assertThat(alike.in("REQ-007, .5", "a")).containsExactly("REQ-007");
    assertThat(alike.in("ABC-007; REQ 7", "a")).containsExactly("ABC-007", "REQ-007");
  }
}
