package dev.meanwhile.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.MethodMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.transaction.annotation.Transactional;

/// The transactions of the product that write, by the names that a [Trap] knows them by, `<class>.<method>`.
final class Commits {
  private static final String TRANSACTION = Transactional.class.getName();
  /// Those of tasks and of turns, which chaos strikes at.
  static final List<String> STRUCK = Stream.of("task", "chat/turn")
      .flatMap(feature -> find(feature).stream()).toList();

  private static final Set<String> KNOWN = find("");

  private Commits() {}

  private static Set<String> find(String feature) {
    try {
      var found = new TreeSet<String>();
      var readers = new CachingMetadataReaderFactory();
      for (var file : new PathMatchingResourcePatternResolver()
          .getResources("classpath*:dev/meanwhile/%s/**/*.class".formatted(feature))) {
        var type = readers.getMetadataReader(file).getAnnotationMetadata();
        var name = type.getClassName().substring(type.getClassName().lastIndexOf('.') + 1);
        type.getAnnotatedMethods(TRANSACTION).stream().filter(Commits::writes)
            .forEach(method -> found.add(name + "." + method.getMethodName()));
      }
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean writes(MethodMetadata method) {
    return !method.getAnnotations().get(TRANSACTION).getBoolean("readOnly");
  }

  /// A trap at a transaction that isn't there would never spring, and nobody would know.
  static void checkKnown(String commit) {
    if (!KNOWN.contains(commit)) {
      throw new IllegalArgumentException("no transaction " + commit + " among " + KNOWN);
    }
  }
}
