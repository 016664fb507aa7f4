package dev.meanwhile.security;

import dev.meanwhile.security.user.Role;
import dev.meanwhile.security.user.Users;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Exchanges a sign-in link's code or a pasted token for a browser session.
@RestController
class SignInController {

  record SignIn(@Nullable String code, @Nullable String token) {
    SignIn {
      if ((code == null) == (token == null)) {
        throw Problem.badRequest("send either \"code\" or \"token\"");
      }
    }
  }

  record SignedIn(UserId userId, Role role) {}

  private final SignInCodes codes;
  private final Credentials credentials;
  private final Users users;

  SignInController(SignInCodes codes, Credentials credentials, Users users) {
    this.codes = codes;
    this.credentials = credentials;
    this.users = users;
  }

  @Operation(operationId = "sign_in", summary = "Exchanges a sign-in code or a token for a session cookie")
  @PostMapping(SecurityConfiguration.SIGN_IN)
  SignedIn signIn(@RequestBody SignIn signIn, HttpServletRequest request) {
    return signIn.token != null
        ? withToken(signIn.token.strip(), request)
        : withCode(String.valueOf(signIn.code).strip(), request);
  }

  private SignedIn withToken(String token, HttpServletRequest request) {
    var caller = credentials.callerWith(token)
        .orElseThrow(() -> Problem
            .unauthenticated("the access token isn't known, was revoked or has expired"));
    return open(request, caller.user(),
        caller.credential() instanceof Credential.Token held ? held.tokenId() : null);
  }

  private SignedIn withCode(String code, HttpServletRequest request) {
    var user = codes.redeem(code)
        .orElseThrow(
            () -> Problem.unauthenticated("the sign-in link was used already or is too old"));
    return open(request, user, null);
  }

  private SignedIn open(HttpServletRequest request, UserId user, @Nullable UUID tokenId) {
    credentials.openSession(request, user, tokenId);
    return new SignedIn(user,
        users.find(user).orElseThrow(() -> Problem.notFound("user " + user)).role());
  }

  @Operation(operationId = "sign_out", summary = "Ends the browser's session")
  @PostMapping("/api/v1/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    credentials.endSession(request);
  }
}
