package dev.meanwhile.security;

import dev.meanwhile.security.user.Role;
import dev.meanwhile.security.user.User;
import dev.meanwhile.security.user.Users;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Admins make and remove users; the door lets nobody else in.
@RestController
@RequestMapping("/api/v1/users")
class UsersController {

  record NewUser(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String userId,
      @Nullable Role role) {
    NewUser {
      if (userId == null) {
        throw Problem.badField("user_id", "is missing");
      }
    }
  }

  record UserList(List<User> users) {}

  /// @param token the new user's first access token, in this answer only
  record CreatedUser(UserId userId, Role role, Instant createdAt, String token) {}

  private final Users users;
  private final AccessTokens tokens;
  private final TransactionOperations transaction;

  UsersController(Users users, AccessTokens tokens, TransactionOperations transaction) {
    this.users = users;
    this.tokens = tokens;
    this.transaction = transaction;
  }

  @Operation(operationId = "list_users", summary = "All users")
  @GetMapping
  UserList list() {
    return new UserList(users.list());
  }

  @Operation(operationId = "create_user", summary = "Makes a user; the first token is in this answer only")
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true, description = "Made")
  @ApiResponse(responseCode = "409", description = "The name is taken")
  @PostMapping
  ResponseEntity<CreatedUser> create(@RequestBody NewUser request) {
    var userId = new UserId(String.valueOf(request.userId));
    var role = request.role == null ? Role.USER : request.role;
    var secret = Secrets.token();
    var created = transaction.execute(status -> {
      var user = users.create(userId, role);
      tokens.create(userId, "first", secret, null);
      return user;
    });
    return ResponseEntity.created(URI.create("/api/v1/users/" + userId))
        .body(new CreatedUser(userId, role, created.createdAt(), secret));
  }

  @Operation(operationId = "remove_user", summary = "Removes a user with all that is theirs")
  @ApiResponse(responseCode = "204", description = "Removed")
  @ApiResponse(responseCode = "409", description = "The last admin stays")
  @DeleteMapping("/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String userId) {
    users.remove(new UserId(userId));
  }
}
