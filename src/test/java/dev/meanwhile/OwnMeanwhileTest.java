package dev.meanwhile;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole application over real HTTP and a real PostgreSQL, with settings of its own. It runs beside all
/// others, and each variation starts one more application: mostly [MeanwhileTest] is what you want.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDataDir.class, classes = {Application.class,
    TestClock.Bean.class, Api.Bean.class})
@ExtendWith(TestClock.Reset.class)
public @interface OwnMeanwhileTest {
}
