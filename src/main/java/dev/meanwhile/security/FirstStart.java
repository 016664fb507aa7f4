package dev.meanwhile.security;

import dev.meanwhile.security.user.Role;
import dev.meanwhile.security.user.Users;
import dev.meanwhile.UserId;
import dev.meanwhile.store.DataDir;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Makes the first user, and tells the operator how to sign in.
@Component
class FirstStart {
  private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
  private static final UserId LOCAL = new UserId("local");
  private static final int WEAK_TOKEN_CHARACTERS = 22;

  private final Users users;
  private final AccessTokens tokens;
  private final SignInCodes codes;
  private final SecuritySettings settings;
  private final DataDir dataDir;
  private final PublicUrl publicUrl;
  private final boolean first;

  FirstStart(Users users, AccessTokens tokens, SignInCodes codes, SecuritySettings settings,
      DataDir dataDir,
      PublicUrl publicUrl, TransactionOperations transaction) {
    this.users = users;
    this.tokens = tokens;
    this.codes = codes;
    this.settings = settings;
    this.dataDir = dataDir;
    this.publicUrl = publicUrl;
    this.first = transaction.execute(status -> makeFirstUser());
  }

  /// Before any request is served. Of several nodes that start at once, one makes the user.
  private boolean makeFirstUser() {
    users.lock();
    if (!users.isEmpty()) {
      return false;
    }
    users.create(LOCAL, Role.ADMIN);
    tokens.create(LOCAL, "first", firstToken(), null);
    return true;
  }

  private String firstToken() {
    try {
      var chosen = settings.chosenToken();
      if (chosen == null) {
        return generatedToken();
      }
      if (chosen.length() < WEAK_TOKEN_CHARACTERS) {
        log.warn("meanwhile.security.bootstrap-token is short: use at least {} random characters",
            WEAK_TOKEN_CHARACTERS);
      }
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException("the first user's token can't be read or written", e);
    }
  }

  /// Written before the user is committed: a token without a user is replaced at the next start, while a user whose
  /// token was lost could never sign in.
  private String generatedToken() throws IOException {
    var token = Secrets.token();
    var unfinished = dataDir.create().resolve(".token");
    Files.deleteIfExists(unfinished);
    Files.createFile(unfinished, DataDir.ownerOnly());
    Files.writeString(unfinished, token + System.lineSeparator());
    Files.move(unfinished, tokenFile(), StandardCopyOption.ATOMIC_MOVE);
    return token;
  }

  private Path tokenFile() {
    return dataDir.dataDir().resolve("token");
  }

  /// Once the port is known.
  @EventListener
  void tellHowToSignIn(ApplicationReadyEvent event) throws IOException {
    if (event.getApplicationContext() instanceof WebServerApplicationContext server
        && server.getWebServer() != null) {
      tell(System.out, publicUrl.page(server.getWebServer().getPort()));
    }
  }

  void tell(PrintStream out, String page) throws IOException {
    out.println();
    out.println("  Meanwhile is ready: " + page);
    if (first || isWatched()) {
      out.println("  Sign in with this link (it works once, for %d minutes):"
          .formatted(settings.signInCode()
              .toMinutes()));
      out.println("  " + page + "/#signin=" + codes.create(LOCAL));
    }
    if (Files.exists(tokenFile())) {
      out.println("  Or with the access token in " + tokenFile());
    }
    out.println();
  }

  /// A later start mints a link only for somebody at the terminal who could read the token as well: never into a log.
  private boolean isWatched() throws IOException {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        && Files.isReadable(tokenFile())
        && tokens.callerWith(Files.readString(tokenFile()).strip())
            .filter(caller -> caller.user().equals(LOCAL))
            .isPresent();
  }
}
