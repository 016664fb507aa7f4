package dev.meanwhile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A test of the whole application over real HTTP and a real PostgreSQL. All such tests share one context, one port and
/// one database, so each makes users of its own and expects those of others. They run one after the other, beside the
/// tests that need no application. Don't add properties, mock beans or `@DirtiesContext`: each variation would start a
/// second application.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OwnMeanwhileTest
@Execution(ExecutionMode.SAME_THREAD)
public @interface MeanwhileTest {
}
