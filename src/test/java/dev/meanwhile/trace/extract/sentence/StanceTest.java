package dev.meanwhile.trace.extract.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Requirement.Tier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StanceTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "All pumps shall meet the following safety requirements: | CANDIDATE",
      "The pump shall do the following: | REQUIREMENT", "The pumps of today include: | -",
      "The valve can be one of the following: | -", "The pump should be as follows: | CANDIDATE",
      "The program will call start() of the pump. | -",
      "The pumpState will be told. | CANDIDATE",
      "The pumpStateListener will be told. | -",
      "level (integer, required): what the gauge should show | -",
      "Acceptance tests must cover the pump. | CANDIDATE",
      "Pressure tests must be offered in the menu. | REQUIREMENT",
      "Operators must have basic knowledge of pumps. | CANDIDATE",
      "The user shall be familiar with valves. | CANDIDATE",
      "The user shall be able to stop it. | REQUIREMENT",
      "Developers must use Rust. | CANDIDATE", "The vendor should train us. | CANDIDATE",
      "The vendor must be able to list his pumps. | REQUIREMENT",
      "In this exercise, you will build a pump. | -", "To stop it, you have to wait. | -",
      "Typically, a pump can run for a year. | -",
      "As a result, the pump shall stop. | REQUIREMENT",
      "Unlike a mill, a pump can rest. | -",
      "The states of the pump shall be described in the design document. | CANDIDATE",
      "Only engineers may stop the pump. | REQUIREMENT", "Only we can stop the pump. | CANDIDATE",
      "No key may open two valves. | REQUIREMENT", "No one may know. | -",
      "Under no circumstances should the pump run dry. | REQUIREMENT",
      "They shall not be able to stop it. | REQUIREMENT", "They must stop it. | -",
      "A red lamp -- we can add a bell -- will warn. | -",
      "Technical decisions should be written down. | CANDIDATE",
      "Future developers should be able to understand the pump. | CANDIDATE",
      "No pump shall be considered complete without tests. | CANDIDATE",
      "A valve must not be promoted to production. | CANDIDATE",
      "Maintenance windows must be announced. | CANDIDATE",
      "Test data will be provided. | CANDIDATE", "This valve will improve the flow. | -",
      "This could include a bell. | -", "Users of pumps want silence, which can be bought. | -",
      "Non-functional requirements define what a pump must be. | -",
      "fill() must be called before start(). | CANDIDATE",
      "After fill() the pump shall rest. | REQUIREMENT",
      "The nurse shall be called by the pump. | REQUIREMENT",
      "The above checklist must be adapted to your pump. | -",
      "The above limits shall be kept by the pump. | REQUIREMENT",
      "checker: <somebody who must not be the author> | CANDIDATE",
      "The pump shall stop within <LIMIT> seconds. | REQUIREMENT",
      "Precondition: The pump must be on. | -",
      "A clear README must come with each pump. | CANDIDATE",
      "The README tells it; the pump must stop. | REQUIREMENT",
      "All limits must be well documented. | CANDIDATE",
      "All edge cases must be tested. | CANDIDATE", "All valves must be tested. | REQUIREMENT",
      "All code changes must follow these rules. | CANDIDATE",
      "The handbook must be followed. | CANDIDATE", "The leader must be followed. | REQUIREMENT",
      "The limits must stand in `pump.rs`. | CANDIDATE",
      "The limits must stand in `pump.yaml`. | REQUIREMENT",
      "The Processor shall tell the Controller of each leak. | CANDIDATE",
      "The processor shall tell the controller of each leak. | REQUIREMENT",
      "The safety audit shall be conducted by others. | CANDIDATE",
      "The licensee shall pay. | CANDIDATE", "Free training will be provided. | CANDIDATE",
      "The vendor must demonstrate how it floats. | -",
      "Bidders should provide information on leaks. | -",
      "The suppliers must provide water. | CANDIDATE", "All bids must be sealed. | -",
      "This list must be read together with the other. | -",
      "The meter must be read by the pump. | REQUIREMENT",
      "The town must find a way to stop the leak. | -",
      "The robot must find a wall. | REQUIREMENT",
      "Measures should be taken. | CANDIDATE", "Pumps must be taken apart. | REQUIREMENT",
      "Ease of use - The pump must tell its level. | REQUIREMENT",
      "Ease of use - The pump should tell its level. | CANDIDATE",
      "A pump - the thing that should move water. | -", "This limit must hold. | REQUIREMENT",
      "This limits what must be done. | -", "No special needs or requirements will be met. | -",
      "No special interface must be open. | REQUIREMENT",
      "It will be more silent than a mill. | -", "However, this will block the pump. | -",
      "The number of pumps is to be defined. | -",
      "The number of pumps is to be defined by the owner. | REQUIREMENT",
      "The pump is intended for those who cannot wait. | -",
      "Pumps will help people who should save water. | -",
      "The app will help guests and should be quick. | CANDIDATE",
      "However, the pump should stop. | CANDIDATE",
      "However, should it leak one day, we can buy a pump. | -",
      "Should the pump leak, it shall stop. | REQUIREMENT",
      "A pump must be small, but feel free to ask. | -",
      "The size of the pump must be fixed during implementation. | CANDIDATE",
      "The size of the pump must be shown during operation. | REQUIREMENT",
      "The pump must be covered by unit tests. | CANDIDATE"})
  void whatAnnouncesOrTellsHowItIsMadeBindsNothing(String sentence, @Nullable Tier tier) {
    assertThat(Stance.of(sentence, Section.ANY)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "**Mechanics**: we will mend the pump. | -", "The pump **must** stop. | REQUIREMENT",
      "Our pump algorithm shall be quick. | REQUIREMENT", "Our plumber must rest. | -",
      "The list holds rules that the pump must follow. | CANDIDATE",
      "The pump shall ensure that the valve must rest. | REQUIREMENT",
      "In this section, we show what pumps should provide. | -",
      "All other parts of this document must be kept. | CANDIDATE",
      "This means that the pump can rest. | -", "Let us assume they can rest. | -",
      "I'm happy to say that it can rest. | -", "We cannot test the pump. | -",
      "The accuracy will be tested using a form. | -", "The lamp should become red. | CANDIDATE",
      "The lamp can become red. | -", "Pumps can be combined in several ways. | -",
      "Pumps should be implemented first. | -", "Such a patch must not be large. | CANDIDATE",
      "New features must be optional. | CANDIDATE", "Members must keep their keys. | CANDIDATE",
      "Users must be at least 16 years old. | CANDIDATE",
      "A good pump developer must read this. | CANDIDATE",
      "Must not leak. | CANDIDATE", "Since the roof must be dry, the pump is small. | CANDIDATE",
      "If the roof must be dry, the pump shall run. | REQUIREMENT",
      "Guests leave so they have to pay. | -", "It indicates that the pump should rest. | -",
      "By using a pump, farms can save water. | -", "The hammer requires a strong arm. | -",
      "Use any pump you can find. | -", "Your system should stop it. | CANDIDATE",
      "The guest enters his name. | -", "See `pump/valve.cs` which should rest. | -",
      "We would like the pump to be blue. | CANDIDATE", "We would like you to stop it. | -",
      "As a guest, I want to see the level. | REQUIREMENT",
      "As a farmer who owns a pump I would like to see the level. | REQUIREMENT",
      "As a test I would like you to stop it. | -"})
  void whoIsMeantAndWhatForDecides(String sentence, @Nullable Tier tier) {
    assertThat(Stance.of(sentence, Section.ANY)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "There will be two lamps. | PRODUCT | CANDIDATE", "There will be two lamps. | ANY | -",
      "Must not leak. | PRODUCT | REQUIREMENT", "Use any pump you own. | PRODUCT | CANDIDATE",
      "Add, edit and delete pumps | PRODUCT | CANDIDATE",
      "Support two roles: Guard and guest | PRODUCT | CANDIDATE",
      "As a guest, I want to see it. | BACKGROUND | CANDIDATE",
      "As a guest, I want to see it. | TERMS | -",
      "As a guest, I want to see it. | ON_CONDUCT | -"})
  void underRequirementsLessIsEnough(String sentence, Section under, @Nullable Tier tier) {
    assertThat(Stance.of(sentence, under)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "How far the pump must reach. | -", "However, the pump must stop. | REQUIREMENT",
      "What is shown shall be true. | REQUIREMENT", "Leaks and stops: | -",
      "The pump must show: | REQUIREMENT", "Example 2: The guard needs to rest. | -",
      "For a small mark you can use tin, but you must use steel. | CANDIDATE",
      "The pump must tell you its level. | REQUIREMENT",
      "Tin will be forbidden to ensure you learn to weld. | -",
      "The colour may change. | -", "Only guards may change the colour. | REQUIREMENT",
      "It would be nice to see the level. | CANDIDATE",
      "It would be nice to know who asks. | -", "Need a tool that shows leaks. | CANDIDATE",
      "We need a pump. | CANDIDATE", "Pumps need a roof. | -",
      "Ideally, I'd see all leaks. | CANDIDATE", "Ideally, leaks are rare. | -",
      "The customer would like to be able to pay later. | CANDIDATE",
      "The customer wants a rest. | -",
      "If the user taps twice, the pump should stop. | CANDIDATE"})
  void whoAsksForWhatDecides(String sentence, @Nullable Tier tier) {
    assertThat(Stance.of(sentence, Section.ANY)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "The pump system will let guests choose. | INTRODUCTION | CANDIDATE",
      "Guests will be able to choose a pump. | INTRODUCTION | CANDIDATE",
      "Guests can choose a pump. | INTRODUCTION | -",
      "Each pump should be blue. | INTRODUCTION | CANDIDATE",
      "Guests need to be able to choose. | INTRODUCTION | CANDIDATE",
      "We should meet soon. | INTRODUCTION | -",
      "Let guests choose a pump. | GOALS | CANDIDATE", "Mark old pumps. | GOALS | CANDIDATE",
      "Happy guests | GOALS | -", "The pump shall stop. | GOALS | REQUIREMENT",
      "The pump provides water. | GOALS | -",
      "The system will be developed in May. | INTRODUCTION | -",
      "The system will let guests choose. | BACKGROUND | -",
      "A registered guest can choose a pump. | BUILD | CANDIDATE",
      "The guest house can be full. | BUILD | -", "A developer can choose a pump. | BUILD | -",
      "The pump shall stop. | FLOW | REQUIREMENT", "The pump provides water. | FLOW | -",
      "The pump should stop. | FLOW | CANDIDATE"})
  void whatIntroducesOrBuildsAProductSaysLittleOfIt(String sentence, Section under,
      @Nullable Tier tier) {
    assertThat(Stance.of(sentence, under)).isEqualTo(tier);
  }

  @Test
  void aLeadAnnouncesWhatIsDemandedOfTheProduct() {
    assertThat(Stance.announces("The till will provide the following:", Section.ANY)).isTrue();
    assertThat(Stance.announces("She would like it to show figures such as:", Section.ANY))
        .isTrue();
    assertThat(Stance.announces("Build a ticket office that:", Section.ANY)).isTrue();
    assertThat(Stance.announces("The main functions of the till are:", Section.ANY)).isTrue();
    assertThat(Stance.announces("The requirements to run the till are:", Section.ANY)).isFalse();
    assertThat(Stance.announces("Build it well:", Section.ANY)).isFalse();
    assertThat(Stance.announces("The till of 1998 has the following:", Section.ANY)).isFalse();
    assertThat(Stance.announces("The vendor will provide the following:", Section.ANY)).isFalse();
    assertThat(Stance.announces("The till should have the following:", Section.BACKGROUND))
        .isFalse();
    assertThat(
        Stance.announces("The till should have the following features:", Section.BACKGROUND))
        .isTrue();
    assertThat(
        Stance.announces("The till should have the following features:", Section.ON_CONDUCT))
        .isFalse();
    assertThat(Stance.announces("The till will provide the following:", Section.TERMS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "A key may be used for it. | ANY | -", "A key may be used for it. | UNTITLED | CANDIDATE",
      "The pump provides water. | ANY | -", "The pump provides water. | PRODUCT | CANDIDATE",
      "The guard MAY use a key. | ANY | CANDIDATE", "Allow the guard to stop it. | ANY | CANDIDATE",
      "The pump should allow two modes. | ANY | CANDIDATE",
      "The pump will be blue. | BUILD | -", "The pump must be blue. | BUILD | REQUIREMENT",
      "The pump will be blue. | LIMITS | CANDIDATE", "The pump will be blue. | DESCRIPTION | -",
      "The pump should be blue. | DESCRIPTION | CANDIDATE"})
  void whatIsOfferedOrBuiltDemandsOnlyUnderRequirements(String sentence, Section under,
      @Nullable Tier tier) {
    assertThat(Stance.of(sentence, under)).isEqualTo(tier);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {"The pump shall stop. | REQUIREMENT",
      "The pump is required to stop. | REQUIREMENT", "The pump should stop. | CANDIDATE",
      "Shall the pump stop? | -", "The pump stopped in May. | -",
      "The contractor shall deliver the pump. | CANDIDATE",
      "Progress meetings shall be held every week. | CANDIDATE",
      "Changes (of any kind) to this document shall be approved. | CANDIDATE",
      "There are two pumps, those that must run and those that rest. | CANDIDATE",
      "The sensor that must be read first shall be marked. | REQUIREMENT",
      "Where this document and the contract disagree, this document shall prevail. | -",
      "The test team shall report weekly. | -", "Section 3 shall be read first. | -",
      "The following data shall be stored. | REQUIREMENT",
      "Orders are rejected when the stock is empty. | CANDIDATE",
      "An example is shown below. | -", "Debug mode – A mode that allows tests. | -",
      "Visitors can wait for an hour today. | -", "Visitors can jump to today. | CANDIDATE",
      "Ability to print tickets. | CANDIDATE", "The pump has to stop. | REQUIREMENT",
      "Copies are to be checked after each loan. | REQUIREMENT",
      "The key words are to be read so. | -",
      "If it rains, the roof needs to close. | REQUIREMENT",
      "Lending is not allowed. | REQUIREMENT",
      "Staff who need to leave can do so. | CANDIDATE", "Users have to log in. | CANDIDATE",
      "The vendor has to train the staff. | CANDIDATE", "It will need to be built. | CANDIDATE",
      "System logs changes. | CANDIDATE", "FTSS always waits. | CANDIDATE",
      "The scheduler picks the next job. | CANDIDATE", "The supplier picks the colour. | -",
      "The server depends on Linux. | -", "It is not possible to delete a bill. | CANDIDATE",
      "Display the plan of the day. | CANDIDATE",
      "Alarm: The pump must beep. | REQUIREMENT", "Alarm: The beep that must be heard. | -",
      "The pump SHOULD stop. | REQUIREMENT", "Mercury is not acceptable. | REQUIREMENT",
      "The pump does not have to stop. | CANDIDATE", "Your system must stop. | REQUIREMENT",
      "Your teacher must stop. | -", "You should be able to stop it. | CANDIDATE",
      "This feature will stop it. | CANDIDATE", "This section will describe it. | -",
      "This will stop it. | -", "This should stop it. | CANDIDATE",
      "Readers can skip this section. | -", "A valve is a part that can turn. | -",
      "The goal of the pump is to provide water. | -", "The current system allows two. | -",
      "It will be dependent on the pump. | -", "He is able to stop the pump. | -",
      "There will be three pumps. | -", "There will be at most three pumps. | CANDIDATE",
      "Add a way to stop the pump. | CANDIDATE", "The pump does not log the stop. | CANDIDATE",
      "The key takes the user to the plan. | CANDIDATE",
      "The user settings and pump states are also given. | -",
      "The pump meets the following safety requirements. | -",
      "The SRS (draft) provides the list of needs. | -",
      "Therefore, you must stop the pump. | -", "You are required to rest. | -",
      "The first version must be completed in May. | CANDIDATE",
      "The choice of tools should be free. | CANDIDATE", "This enables longer shifts. | -",
      "These measures ensure long life. | -", "Step 3. The pump displays the level. | -",
      "A pump will minimize the risk. | -", "Rust will be developed further. | -",
      "The code will be developed in Rust. | CANDIDATE",
      "The pump shall run for [number of hours]. | -", "List the requirements here. | -",
      "To realize this requirement, the pump displays the level. | -",
      "In the first phase, we shall be able to work. | -", "It will be very useful. | -"})
  void aSentenceDemandsWishesOrOnlyTells(String sentence, @Nullable Tier tier) {
    assertThat(Stance.of(sentence, Section.ANY)).isEqualTo(tier);
  }

  @Test
  void aListOfDemandsBids() {
    assertThat(Stance.of("Print the plan of the day", Section.PRODUCT)).isEqualTo(Tier.CANDIDATE);
    assertThat(Stance.of("Print the plan of the day", Section.ANY)).isNull();
    assertThat(Stance.of("Print section 3", Section.PRODUCT)).isNull();
    assertThat(Stance.of("Old plans of the day", Section.PRODUCT)).isNull();
    assertThat(Stance.of("The pump system would then stop.", Section.PRODUCT))
        .isEqualTo(Tier.CANDIDATE);
    assertThat(Stance.of("The pump system would be better.", Section.PRODUCT)).isNull();
    assertThat(Stance.of("The pump system would then stop.", Section.ANY)).isNull();
    assertThat(Stance.of("The flow does not exceed 3 l/s.", Section.PRODUCT))
        .isEqualTo(Tier.CANDIDATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Be able to stop the pump", "A quick way to stop the pump",
      "After a leak, stop the pump", "If it leaks → stop the pump", "Quickly stop the pump",
      "Stops the pump", "Display: Shows the level", "Level: The display shows it",
      "Polling the valves", "Leaks are flagged", "Never stop the pump",
      "Do not quickly stop the pump",
      "Timer is responsible for waking the pump", "Operators select the valves"})
  void aListOfDemandsBidsInMoreWaysThanOtherTexts(String sentence) {
    assertThat(Stance.of(sentence, Section.PRODUCT)).isEqualTo(Tier.CANDIDATE);
    assertThat(Stance.of(sentence, Section.ANY)).isNull();
  }

  @Test
  void itsSectionDecidesToo() {
    var shall = "The pump shall stop.";

    assertThat(Stance.of(shall, Section.BACKGROUND)).isEqualTo(Tier.CANDIDATE);
    assertThat(Stance.of(shall, Section.TERMS)).isNull();
    assertThat(Stance.of(shall, Section.ON_WRITING)).isNull();
    assertThat(Stance.of(shall, Section.ON_CONDUCT)).isNull();
    assertThat(Stance.of("The pump should stop.", Section.BACKGROUND)).isNull();
    assertThat(Stance.of("Agreed: the pump shall stop.", Section.BACKGROUND))
        .isEqualTo(Tier.REQUIREMENT);
    assertThat(Stance.of("Agreed: the pump shall stop.", Section.TERMS)).isNull();
  }
}
