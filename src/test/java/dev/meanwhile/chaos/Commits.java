package dev.meanwhile.chaos;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.transaction.annotation.Transactional;

/// The transactions of the product by the names that a [Trap] knows them by, `<class>.<method>`.
final class Commits {
  /// Those that chaos strikes at: of tasks and of turns.
  static final List<String> STRUCK = List.of("Tasks.create", "Tasks.retry", "Cancels.cancel",
      "RunRecords.startTogether", "RunRecords.store", "RunRecords.progress",
      "TryEndings.completeTogether", "TryEndings.complete", "TryEndings.fail",
      "TryEndings.tryLater", "TryEndings.leave", "Admission.release", "Admission.due",
      "Posts.queue", "TurnEnds.start", "TurnEnds.end");

  private static final Set<String> KNOWN = find();

  private Commits() {}

  private static Set<String> find() {
    try {
      var found = new TreeSet<String>();
      var readers = new CachingMetadataReaderFactory();
      for (var file : new PathMatchingResourcePatternResolver()
          .getResources("classpath*:dev/meanwhile/**/*.class")) {
        var type = readers.getMetadataReader(file).getAnnotationMetadata();
        var name = type.getClassName().substring(type.getClassName().lastIndexOf('.') + 1);
        type.getAnnotatedMethods(Transactional.class.getName())
            .forEach(method -> found.add(name + "." + method.getMethodName()));
      }
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A trap at a transaction that isn't there would never spring, and nobody would know.
  static void checkKnown(String commit) {
    if (!KNOWN.contains(commit)) {
      throw new IllegalArgumentException("no transaction " + commit + " among " + KNOWN);
    }
  }
}
