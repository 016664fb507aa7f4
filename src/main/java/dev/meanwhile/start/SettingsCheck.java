package dev.meanwhile.start;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/// Looks at all settings before anything is opened. A start is refused on a value that can't be, and on a setting that has
/// no meaning: whoever wrote it believes that it works. Environment variables of that kind are only warned of, because
/// others write them too: to each container beside a service called "meanwhile", Kubernetes gives a `MEANWHILE_PORT`.
final class SettingsCheck implements BeanFactoryPostProcessor {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

  private final ConfigurableEnvironment environment;

  SettingsCheck(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  /// A setting that has no meaning.
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unknown(List<String> told) {
      super(String.join("\n", told));
    }
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    var records = records(beans);
    refuseUnknown(new SettingNames(records));
    var binder = Binder.get(environment);
    records.forEach(
        it -> binder.bindOrCreate(SettingNames.prefix(it), Bindable.of(it), new NoneNegative()));
  }

  /// Times, sizes and numbers are 0 or more, all of them; what else they must be, their records say.
  private static final class NoneNegative implements BindHandler {
    @Override
    public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
        Object value) {
      boolean negative = switch (value) {
        case Duration time -> time.isNegative();
        case DataSize size -> size.isNegative();
        case Number number -> number.doubleValue() < 0;
        default -> false;
      };
      if (negative) {
        throw new IllegalArgumentException(name + " is negative");
      }
      return value;
    }
  }

  private void refuseUnknown(SettingNames names) {
    slipsOfVariables(names).forEach(LOG::warn);
    var slips = slips(names);
    if (!slips.isEmpty()) {
      throw new Unknown(slips);
    }
  }

  /// What is to be said of files, the command line and system properties.
  List<String> slips(SettingNames names) {
    return sources(EnumerablePropertySource.class)
        .filter(it -> !(it instanceof SystemEnvironmentPropertySource))
        .flatMap(source -> Stream.of(source.getPropertyNames()).filter(names::isSlip)
            .map(it -> told(it + from(source, it), names.like(it))))
        .toList();
  }

  /// What is to be said of environment variables.
  List<String> slipsOfVariables(SettingNames names) {
    return sources(SystemEnvironmentPropertySource.class)
        .flatMap(it -> Stream.of(it.getPropertyNames())).filter(names::isSlipOfVariable).sorted()
        .map(it -> told("The environment variable " + it,
            names.like(it).stream().map(SettingNames::variable).toList()))
        .toList();
  }

  private <T> Stream<T> sources(Class<T> type) {
    return environment.getPropertySources().stream().filter(type::isInstance).map(type::cast);
  }

  private static List<Class<?>> records(ConfigurableListableBeanFactory beans) {
    return Arrays.stream(beans.getBeanDefinitionNames())
        .map(it -> beans.getBeanDefinition(it).getBeanClassName()).filter(Objects::nonNull)
        .filter(it -> it.startsWith("dev.meanwhile."))
        .<Class<?>>map(it -> ClassUtils.resolveClassName(it, beans.getBeanClassLoader()))
        .filter(it -> it.isAnnotationPresent(ConfigurationProperties.class)).toList();
  }

  /// Names it without its value, which may be a secret.
  private static String told(String what, List<String> like) {
    var meant = like.stream().collect(Collectors.joining(" or ", ". Did you mean ", "?"));
    return what + " is no setting of this server and does nothing" + (like.isEmpty() ? "." : meant);
  }

  private static String from(PropertySource<?> source, String name) {
    @Nullable
    Origin origin = OriginLookup.getOrigin(source, name);
    return " (" + (origin == null ? source.getName() : origin) + ")";
  }
}
