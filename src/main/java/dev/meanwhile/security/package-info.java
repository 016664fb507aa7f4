/// Who is calling: users, access tokens, browser sessions, and which requests they open.
@NullMarked
package dev.meanwhile.security;

import org.jspecify.annotations.NullMarked;
