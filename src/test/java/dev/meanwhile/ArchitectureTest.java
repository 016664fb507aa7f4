package dev.meanwhile;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The README's drawing is the law: here it is held against the bytecode, with the rules of the house that a machine
/// can check.
class ArchitectureTest {
  private static final String GROUND = "dev.meanwhile";
  private static final String LANGCHAIN4J = "dev.langchain4j..";
  private static final JavaClasses CODE = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(GROUND);

  @Test
  void theDrawingInTheReadmeTellsWhatTheCodeHas() {
    assertThat(drawn().correctionsFor(code()))
        .as("The drawing in README.md, section \"Architecture\", and the code differ").isEmpty();
  }

  private static Drawing drawn() {
    return Drawing.parse(Readme.read().section("Architecture").fences("mermaid").getFirst());
  }

  private static Drawing code() {
    var drawing = new Drawing();
    for (var from : CODE) {
      from.getDirectDependenciesFromSelf()
          .forEach(uses -> add(drawing, feature(from), feature(uses.getTargetClass())));
    }
    CODE.getPackage(GROUND).getSubpackages().forEach(it -> drawing.add(it.getRelativeName()));
    return drawing;
  }

  private static void add(Drawing drawing, String from, String to) {
    if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
      drawing.add(from, to);
    }
  }

  /// The first segment below the ground; "" for the ground itself and for what isn't ours.
  private static String feature(JavaClass type) {
    var name = type.getPackageName();
    return name.startsWith(GROUND + ".")
        ? name.substring(GROUND.length() + 1).replaceFirst("\\..*", "")
        : "";
  }

  @Test
  void noFeatureReachesItselfThroughOthers() {
    slices().matching(GROUND + ".(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void noPackageReachesItselfThroughOthers() {
    slices().matching(GROUND + ".(**)").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void theGroundUsesNoFeature() {
    noClasses().that().resideInAPackage(GROUND).should().dependOnClassesThat()
        .resideInAPackage(GROUND + ".*..").check(CODE);
  }

  @Test
  void everyPackageSaysThatNothingIsNullUnlessMarked() {
    assertThat(packages(CODE.getPackage(GROUND)))
        .allMatch(it -> it.isAnnotatedWith(NullMarked.class),
            "has @NullMarked in package-info.java");
  }

  private static List<JavaPackage> packages(JavaPackage top) {
    return top.getSubpackagesInTree().stream().filter(it -> !it.getClasses().isEmpty()).toList();
  }

  @Test
  void classesAreNamedAfterWhatTheyAre() {
    noClasses().should()
        .haveNameMatching(".*(Impl|Manager|Utils?|Dto|Helper|Service)(\\$.*)?")
        .because("such a name says how a class is built or that it had no better name")
        .check(CODE);
  }

  @Test
  void onlyTheModelAndItsAgentSpeakTheModelLibrary() {
    noClasses().that().resideOutsideOfPackages(GROUND + ".llm..", GROUND + ".agent..")
        .should().dependOnClassesThat().resideInAPackage(LANGCHAIN4J)
        .because("llm speaks to models and agent holds the exchange with them; "
            + "whoever else needs a model asks llm")
        .check(CODE);
  }

  @Test
  void onlyTicketsAndTheirClaimsKnowTheSchedulerLibrary() {
    noClasses().that().haveNameNotMatching(".*\\.task\\.line\\.(Tickets|Claims)(\\$.*)?")
        .should().dependOnClassesThat().resideInAPackage("com.github.kagkarlsson..")
        .because("the task table is ours, and the scheduler only wakes it")
        .check(CODE);
  }

  @Test
  void everyTransactionHasTheNameOfItsMethod() {
    noClasses().should()
        .dependOnClassesThat().haveFullyQualifiedName(
            "org.springframework.transaction.support.TransactionTemplate")
        .because(
            "logs name a transaction by its method, and so do the tests that strike at commits")
        .check(CODE);
  }

  @Test
  void requirementsAndTestsAreThoughtAboutWithoutTheWorld() {
    classes().that().resideInAPackage(GROUND + ".trace..").should().onlyDependOnClassesThat(
        are(resideInAnyPackage(
            "java.lang..", "java.util..", "java.math..", "java.text..", "java.time..",
            "java.nio.charset..", "java.security..", "org.jspecify..", GROUND, GROUND + ".phrase",
            GROUND + ".trace..")))
        .orShould().haveFullyQualifiedName(GROUND + ".trace.link.Terms")
        .orShould().haveFullyQualifiedName(GROUND + ".trace.test.Combinations")
        .because("trace is pure: no Spring, no files, no network; Terms asks a library for the "
            + "stems of words, Combinations one for pairs")
        .check(CODE);
    noClasses().that().resideInAPackage(GROUND + ".trace..").should()
        .callMethodWhere(target(name("now").or(name("currentTimeMillis")).or(name("nanoTime"))))
        .because("trace has no clock: times come with what it is given")
        .check(CODE);
  }
}
