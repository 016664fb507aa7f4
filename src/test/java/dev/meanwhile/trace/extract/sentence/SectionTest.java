package dev.meanwhile.trace.extract.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTest {
  @ParameterizedTest
  @CsvSource({"3.2 Open issues:, BACKGROUND", "1 Introduction, BACKGROUND",
      "Responsibilities, BACKGROUND", "External stakeholders, BACKGROUND",
      "Criticality:, BACKGROUND",
      "Terms of service, ON_CONDUCT", "Ferry terms and conditions, ON_CONDUCT",
      "Code of conduct, ON_CONDUCT", "Contributing to the ferry, ON_CONDUCT",
      "Contribution guidelines, ON_CONDUCT", "Opening a pull request, ON_CONDUCT",
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
      "Limitations, LIMITS", "Database design, BUILD", "The ferry must:, PRODUCT",
      "Guests can, PRODUCT",
      "Future work, BACKGROUND", "How to install the pump, BACKGROUND",
      "Requirements elicitation, BACKGROUND", "Grading requirements, BACKGROUND",
      "Out of scope for now, BACKGROUND", "Project description, DESCRIPTION",
      "Operating environment, LIMITS", "Load testing, BACKGROUND",
      "Testing requirements, BACKGROUND", "Product functions, PRODUCT", "Non-functional, PRODUCT",
      "Business rules, PRODUCT", "Printing (future), BACKGROUND", "Our philosophy, BACKGROUND",
      "Machine vision, ANY", "Product vision, BACKGROUND", "Social considerations, BACKGROUND",
      "Software requirements specification of the pump, PRODUCT"})
  void aHeadingTellsWhatItsSectionIsFor(String heading, Section section) {
    assertThat(Section.of(heading)).isEqualTo(section);
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
    assertThat(path.section()).isEqualTo(Section.BACKGROUND);

    path.enter(2, "Functional requirements");
    path.enter(3, "Start");
    assertThat(path.section()).isEqualTo(Section.PRODUCT);

    path.enter(2, "Pump control");
    assertThat(path.section()).isEqualTo(Section.BACKGROUND);

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

    path.enter(2, "Safety requirements");
    assertThat(path.isOfRequirements()).isTrue();
    path.leave();
    assertThat(path.isEmpty()).isTrue();
    assertThat(path.demands()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ANY, true, true", "UNTITLED, true, true", "PRODUCT, true, true",
      "LIMITS, true, true",
      "DESCRIPTION, true, true",
      "BUILD, true, false", "BACKGROUND, false, false", "TERMS, false, false",
      "ON_WRITING, false, false", "ON_CONDUCT, false, false"})
  void onlyWhatIsAboutTheProductBindsAndWishes(Section section, boolean bind, boolean wish) {
    assertThat(section.mayBind()).isEqualTo(bind);
    assertThat(section.mayWish()).isEqualTo(wish);
  }
}
