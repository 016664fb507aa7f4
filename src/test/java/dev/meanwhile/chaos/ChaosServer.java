package dev.meanwhile.chaos;

import dev.meanwhile.Application;
import dev.meanwhile.node.Nodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerPortFileWriter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/// The product as a process of its own, with a [Trap] at its commits and the [Trial] generator.
final class ChaosServer {
  private ChaosServer() {}

  /// Starts the server.
  ///
  /// @param arguments the process's folder, then Spring Boot's command line
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    var application = new SpringApplication(Application.class);
    application.addListeners(new WebServerPortFileWriter(folder.resolve("port").toFile()));
    application.addInitializers(
        (ApplicationContextInitializer<GenericApplicationContext>) context -> {
          context.registerBean(Trap.class,
              () -> new Trap(folder.resolve("armed"), folder.resolve("sprung")));
          context.registerBean(Trial.class, () -> new Trial(new Diary(folder)));
        });
    var context = application.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    Files.writeString(folder.resolve("name"), context.getBean(Nodes.class).thisNode());
  }
}
