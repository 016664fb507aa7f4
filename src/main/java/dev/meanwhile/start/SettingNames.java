package dev.meanwhile.start;

import dev.meanwhile.phrase.Slips;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The names of all settings, and which of them somebody may have meant who wrote another.
final class SettingNames {
  private static final String OURS = "meanwhile";
  /// Those of Spring that the README names. Of the hundreds of others a name that is like none of these may be one.
  private static final Set<String> OF_SPRING = Set.of("server.port", "server.address",
      "server.tomcat.connection-timeout", "spring.datasource.url", "spring.datasource.username",
      "spring.datasource.password");
  /// Letters that a slip adds, leaves out, changes or swaps.
  private static final int SLIPS = 2;
  /// One of our own settings is named when at least this share of its letters is right.
  private static final double LIKE = 0.5;
  /// How much less like it the others that are named may be.
  private static final double NEXT = 0.1;
  private static final int NAMED = 3;

  private final Set<String> names = new TreeSet<>(OF_SPRING);
  /// What the names of settings begin with whose last part anybody may choose, as in `foreground-limits.<type>`.
  private final Set<String> maps = new TreeSet<>();

  /// @param records the types that settings are bound to
  SettingNames(Collection<Class<?>> records) {
    records.forEach(it -> add(prefix(it), it));
  }

  /// What the names of a type's settings begin with.
  static String prefix(Class<?> record) {
    return record.getAnnotation(ConfigurationProperties.class).value();
  }

  private void add(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      var name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1")
          .toLowerCase(Locale.ROOT);
      if (component.getType().isRecord()) {
        add(name, component.getType());
      } else if (component.getType() == Map.class) {
        maps.add(name);
      } else {
        names.add(name);
      }
    }
  }

  /// Whether a name of a file, of the command line or of a system property can only be a slip: it begins as our settings
  /// do, or nearly reads as a known one, and sets nothing.
  boolean isSlip(String name) {
    var plain = plain(name);
    return names.stream().noneMatch(it -> plain(it).equals(plain))
        && maps.stream().noneMatch(it -> plain.startsWith(plain(it) + "."))
        && (plain.equals(OURS) || plain.startsWith(OURS + ".") || isNearlyOne(plain));
  }

  private boolean isNearlyOne(String plain) {
    return names.stream().map(SettingNames::plain)
        .anyMatch(it -> Math.abs(it.length() - plain.length()) <= SLIPS
            && Slips.between(it, plain) <= SLIPS);
  }

  /// The same of an environment variable, whose words `_` divides.
  boolean isSlipOfVariable(String variable) {
    var dotted = dotted(variable);
    return names.stream().flatMap(SettingNames::variables).noneMatch(it -> it.equals(dotted))
        && maps.stream().flatMap(SettingNames::variables)
            .noneMatch(it -> dotted.startsWith(it + "."))
        && (dotted.startsWith(OURS + ".") || isNearlyOne(dotted));
  }

  /// Spring reads a name's dashes from a variable as nothing, or as `_`.
  private static Stream<String> variables(String name) {
    return Stream.of(plain(name), name.replace('-', '.'));
  }

  /// The environment variable for a setting, as people write it.
  static String variable(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }

  private static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static String dotted(String variable) {
    return variable.replace('_', '.').toLowerCase(Locale.ROOT);
  }

  /// The settings that read most like it, the likeliest first; none if none is like it.
  List<String> like(String name) {
    var likely = names.stream().map(it -> new Likely(it, likeness(it, name)))
        .sorted(Comparator.comparingDouble(Likely::likeness).reversed()).toList();
    double least = Math.max(LIKE, likely.getFirst().likeness() - NEXT);
    return likely.stream().filter(it -> it.likeness() >= least).limit(NAMED).map(Likely::name)
        .toList();
  }

  /// @param likeness 0 to 1
  private record Likely(String name, double likeness) {}

  /// The share of right letters in what tells our settings apart; 1 for what is nearly the whole name.
  private static double likeness(String known, String name) {
    if (Slips.between(plain(known), plain(dotted(name))) <= SLIPS) {
      return 1;
    }
    var letters = letters(known);
    return 1 - (double) Slips.between(letters, letters(name)) / letters.length();
  }

  private static String letters(String name) {
    return dotted(name).replaceFirst("^" + OURS + "\\.", "").replaceAll("[.-]", "");
  }
}
