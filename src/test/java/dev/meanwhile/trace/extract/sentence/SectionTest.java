package dev.meanwhile.trace.extract.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.phrase.Phrasebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {
  @ParameterizedTest
  @CsvSource({"3.2 Open issues:, BACKGROUND", "1 Introduction, INTRODUCTION",
      "Responsibilities, BACKGROUND", "External stakeholders, BACKGROUND",
      "Criticality:, BACKGROUND",
      "Terms of service, ON_CONDUCT", "Ferry terms and conditions, ON_CONDUCT",
      "Code of conduct, ON_CONDUCT", "Contributing to the ferry, ON_CONDUCT",
      "Contribution guidelines, ON_CONDUCT", "Opening a pull request, ON_CONDUCT",
      "Pump lease agreement, ON_CONDUCT", "Service level agreement, ANY",
      "General usage guidelines, ON_CONDUCT", "Safety, ANY", "Safety instructions, ON_CONDUCT",
      "Governance, ON_CONDUCT", "Testing standards, ON_CONDUCT", "Documentation, BACKGROUND",
      "User documentation, ANY", "2.1 Current environment and volumes, BACKGROUND",
      "Writing style, ON_CONDUCT", "Coding standards, BACKGROUND", "Deprecation policy, BACKGROUND",
      "Consequences, BACKGROUND",
      "Expected benefits, BACKGROUND", "TODOs and ideas, BACKGROUND",
      "Core pump functionality, PRODUCT",
      "Security policy, ANY", "Terms, TERMS", "Glossary, TERMS",
      "A.1 Functional requirements, PRODUCT",
      "How to write stories, ON_WRITING", "Pump control, ANY", "Scope and background, BACKGROUND",
      "Faults of the present system, BACKGROUND", "Unit testing, BACKGROUND",
      "The milestones, BACKGROUND", "Guidance for operators, BACKGROUND",
      "Guidance control, ANY", "Examples, ON_WRITING", "Undo feature, ANY",
      "Feature 3: Undo, PRODUCT", "System architecture, BUILD", "Design and constraints, LIMITS",
      "Limitations, LIMITS", "Database design, BUILD",
      "Design considerations & other ways, BUILD", "The ferry must:, PRODUCT",
      "Guests can, PRODUCT",
      "Future work, BACKGROUND", "How to install the pump, BACKGROUND",
      "Requirements elicitation, BACKGROUND", "Grading requirements, BACKGROUND",
      "Out of scope for now, BACKGROUND", "Project description, DESCRIPTION",
      "Operating environment, LIMITS", "Load testing, BACKGROUND",
      "Testing requirements, BACKGROUND", "Product functions, PRODUCT", "Non-functional, PRODUCT",
      "Business rules, PRODUCT", "Printing (future), BACKGROUND", "Our philosophy, BACKGROUND",
      "Machine vision, ANY", "Product vision, INTRODUCTION", "Social considerations, BACKGROUND",
      "Software requirements specification of the pump, PRODUCT", "Scope, INTRODUCTION",
      "1.1 Purpose and scope, INTRODUCTION", "In scope:, PRODUCT", "Known facts, BACKGROUND",
      "Actors and roles, BACKGROUND", "Actors' rooms, ANY", "Use cases, FLOW",
      "4.1.2 Stimulus/Response sequences, FLOW", "Alternate flow 2, FLOW", "Steps, FLOW",
      "Guest pays flow, FLOW", "Flow control, ANY",
      "Design goals, GOALS", "Goals and objectives, GOALS", "Goal keeper, ANY",
      "Pump control specification, GOALS", "Pump requirement specification, PRODUCT",
      "Non-goals, BACKGROUND", "Solution scope, PRODUCT", "SRS: Pump control, PRODUCT",
      "Pump control (PRD), ANY", "PRD review, ANY", "Pump control - BRS, PRODUCT",
      "Key Entities *(if there are data)*, TERMS", "Requirements *(mandatory)*, PRODUCT"})
  void aHeadingTellsWhatItsSectionIsFor(String heading, Section section) {
    assertThat(Section.of(heading)).isEqualTo(section);
  }

  @Test
  void aHeadingIsWhollyWhatItsPatternIsThereFor() {
    var headings = Phrasebook.of(Section.class).families().stream()
        .flatMap(family -> family.list().stream()).toList();

    assertThat(headings).allSatisfy(heading -> assertThat(heading.examples())
        .allSatisfy(example -> assertThat(example).matches(heading.pattern())));
  }

  @Test
  void noHeadingAndOneThatIsATextTellNothing() {
    var longest = "features" + " ".repeat(111) + ".";

    assertThat(Section.of(null)).isEqualTo(Section.ANY);
    assertThat(Section.of(longest)).isEqualTo(Section.PRODUCT);
    assertThat(Section.of(longest + ".")).isEqualTo(Section.ANY);
  }

  @Test
  void theNearestHeadingThatTellsDecides() {
    var path = new Section.Path();
    path.enter(1, "Introduction");
    path.enter(2, "Pump control");
    assertThat(path.section()).isEqualTo(Section.INTRODUCTION);

    path.enter(2, "Functional requirements");
    path.enter(3, "Start");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);

    path.enter(2, "Pump control");
    assertThat(path.section()).isEqualTo(Section.INTRODUCTION);

    path.enter(1, "Pump control");
    assertThat(path.section()).isEqualTo(Section.ANY);

    path.enter(1, "Glossary");
    path.leave();
    assertThat(path.section()).isEqualTo(Section.UNTITLED);
  }

  @Test
  void aDescriptionBelowRequirementsIsOfOneOfThem() {
    var path = new Section.Path();
    path.enter(1, "Description");
    assertThat(path.section()).isEqualTo(Section.DESCRIPTION);

    path.enter(1, "Functional requirements");
    path.enter(2, "Undo");
    path.enter(3, "Description");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);
    assertThat(path.isOfRequirements()).isTrue();

    path.enter(3, "Goals");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);
    path.enter(1, "Goals");
    assertThat(path.section()).isEqualTo(Section.GOALS);
    path.enter(1, "SRS: Pump control");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);
    assertThat(path.isOfRequirements()).isFalse();
    path.enter(2, "Solution scope");
    assertThat(path.isOfFunctions()).isTrue();

    path.enter(3, "Criticality");
    assertThat(path.section()).isEqualTo(Section.BACKGROUND);
  }

  @Test
  void theTitleOfADocumentIsNoHeadingOfItsRequirements() {
    var path = new Section.Path();
    assertThat(path.demands()).isFalse();
    path.enter(1, "Requirements specification");
    path.enter(2, "Pump control");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);
    assertThat(path.isOfRequirements()).isFalse();

    path.enter(1, "Pump control: problem & requirements");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);
    assertThat(path.isOfRequirements()).isFalse();
    path.enter(1, "Requirements and architecture of a pump");
    assertThat(path.isOfRequirements()).isFalse();
    path.enter(1, "Functional and safety requirements");
    assertThat(path.isOfRequirements()).isTrue();

    path.enter(2, "Safety requirements");
    assertThat(path.isOfRequirements()).isTrue();
    path.leave();
    assertThat(path.isEmpty()).isTrue();
    assertThat(path.demands()).isFalse();
  }

  @Test
  void labelsAndNumberedTitlesStandBelowTheHeadings() {
    var path = new Section.Path();
    path.label(1, "Features:");
    assertThat(path.isEmpty()).isTrue();
    assertThat(path.isOfFunctions()).isTrue();

    path.number("2.1", "2.1 Constraints");
    assertThat(path.section()).isEqualTo(Section.LIMITS);
    path.number("2.1.3", "2.1.3 Pump");
    assertThat(path.section()).isEqualTo(Section.LIMITS);
    path.number("2.2", "2.2 Pump");
    assertThat(path.section()).isEqualTo(Section.UNTITLED);

    path.number("", "Use cases");
    path.number("4.1", "4.1 Stop");
    assertThat(path.section()).isEqualTo(Section.FLOW);
    path.number("", "Glossary");
    assertThat(path.section()).isEqualTo(Section.TERMS);

    path.enter(2, "Features of the pump");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);
    assertThat(path.areNumbered()).isFalse();
    path.label(1, "Notes:");
    path.label(1, "Risks:");
    path.leaveLabels();
    assertThat(path.section()).isEqualTo(Section.PRODUCT);
  }

  @Test
  void aLabelOfTheHighestLevelIsNoHeadingAndIsLeftLikeOthers() {
    var path = new Section.Path();
    path.label(0, "Glossary");
    assertThat(path.isEmpty()).isTrue();
    assertThat(path.section()).isEqualTo(Section.TERMS);

    path.leaveLabels();
    assertThat(path.section()).isEqualTo(Section.UNTITLED);
  }

  @Test
  void whatIsNeededToRunItIsNoFunction() {
    var path = new Section.Path();
    path.enter(1, "Requirements");
    assertThat(path.isOfRequirements()).isTrue();
    assertThat(path.isOfFunctions()).isFalse();

    path.enter(1, "User requirements");
    assertThat(path.isOfFunctions()).isTrue();
    path.enter(2, "Risks");
    assertThat(path.isOfFunctions()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ANY, true, true", "UNTITLED, true, true", "PRODUCT, true, true",
      "LIMITS, true, true",
      "DESCRIPTION, true, true",
      "FLOW, true, true", "GOALS, true, true", "INTRODUCTION, false, false",
      "BUILD, true, false", "BACKGROUND, false, false", "TERMS, false, false",
      "ON_WRITING, false, false", "ON_CONDUCT, false, false"})
  void onlyWhatIsAboutTheProductBindsAndWishes(Section section, boolean bind, boolean wish) {
    assertThat(section.mayBind()).isEqualTo(bind);
    assertThat(section.mayWish()).isEqualTo(wish);
  }
}
