package dev.meanwhile.generator.coverage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.meanwhile.document.Documents;
import dev.meanwhile.document.result.ResultFiles;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.CoverageAnalysis;
import dev.meanwhile.trace.coverage.Material;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.result.ResultFile.Reference;
import dev.meanwhile.trace.result.ResultFile.References;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/// This product's own requirements, the tests that name them in tags, and what those tests came to, all read by the
/// product's own classes.
final class OwnRequirements {
  static final Path PAGE = Path.of("docs/requirements.md");
  private static final Pattern ID = Pattern.compile("MW-[A-Z]+-\\d{3}");

  private OwnRequirements() {}

  static Rtm rtm() {
    var page = Documents.withDefaults().read(PAGE.toString(), bytes(PAGE));
    return Extraction.of(page.passages());
  }

  /// Which test method names which requirement, in a tag of its own or of its class.
  static References references() {
    var classes = new ClassFileImporter().importPackages("dev.meanwhile");
    return new References(classes.stream().flatMap(OwnRequirements::references).sorted(
        Comparator.comparing(Reference::test).thenComparing(Reference::requirementId))
        .toList());
  }

  private static Stream<Reference> references(JavaClass type) {
    return type.getMethods().stream().filter(OwnRequirements::isTest)
        .flatMap(m -> Stream.concat(tags(m), tags(type)).filter(t -> t.startsWith("MW-"))
            .distinct().map(t -> new Reference(type.getName() + "." + m.getName(), t)));
  }

  private static boolean isTest(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(a -> a.getRawType().getPackageName().startsWith("org.junit.jupiter")
            && a.getRawType().getSimpleName().endsWith("Test"));
  }

  private static Stream<String> tags(CanBeAnnotated annotated) {
    var found = new ArrayList<String>();
    if (annotated instanceof JavaMethod method) {
      method.tryGetAnnotationOfType(Tag.class).ifPresent(t -> found.add(t.value()));
      method.tryGetAnnotationOfType(Tags.class)
          .ifPresent(all -> Stream.of(all.value()).forEach(t -> found.add(t.value())));
    } else if (annotated instanceof JavaClass type) {
      type.tryGetAnnotationOfType(Tag.class).ifPresent(t -> found.add(t.value()));
    }
    return found.stream();
  }

  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /// Coverage by the tags, and by the result files in some folders as far as there are any.
  static Coverage coverage(Path... results) {
    var material = new Material().matrix(PAGE.toString(), rtm()).results("tags of the tests",
        references());
    for (var folder : results) {
      files(folder).forEach(file -> ResultFiles.read(bytes(file), () -> {})
          .ifPresent(read -> material.results(file.getFileName().toString(), read)));
    }
    return CoverageAnalysis.of(material, () -> {});
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
