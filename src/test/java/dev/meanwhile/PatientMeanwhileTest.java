package dev.meanwhile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/// A test of an application whose replies wait long for most tasks, hardly for a matrix and never for coverage. All such
/// tests share it, so each makes users of its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OwnMeanwhileTest
@TestPropertySource(properties = {"meanwhile.agent.foreground-limit=30s",
    "meanwhile.agent.foreground-limits.generate_rtm=1ms",
    "meanwhile.agent.foreground-limits.coverage_analysis=0s"})
public @interface PatientMeanwhileTest {
}
