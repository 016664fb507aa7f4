package dev.meanwhile.web;

import dev.meanwhile.UserId;
import dev.meanwhile.security.Caller;
import dev.meanwhile.security.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a page needs to know about its user and this server.
@RestController
class MeController {

  record Me(UserId userId, Role role) {}

  @GetMapping("/api/v1/me")
  Me me(Caller caller) {
    return new Me(caller.user(), caller.role());
  }
}
