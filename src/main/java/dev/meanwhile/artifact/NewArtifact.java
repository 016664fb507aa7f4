package dev.meanwhile.artifact;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a task made and wants to keep.
///
/// @param name a file name; made safe when stored. The same name again in a project is a new version
/// @param kind what it is for programs: `rtm`, `test_cases`, `tests`, `coverage`, `text`, `structure`, `other`
/// @param mediaType for example `text/csv; charset=utf-8`
/// @param blob where its bytes are stored already, if they are
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record NewArtifact(String name, String kind, String mediaType, byte[] content,
    @Nullable UUID blob) {

  /// An artifact whose bytes are to be stored.
  public NewArtifact(String name, String kind, String mediaType, byte[] content) {
    this(name, kind, mediaType, content, null);
  }

  /// An artifact of text, stored as UTF-8.
  public static NewArtifact text(String name, String kind, String mediaType, String content) {
    return new NewArtifact(name, kind, mediaType + "; charset=utf-8",
        content.getBytes(StandardCharsets.UTF_8));
  }

  NewArtifact storedAs(UUID id) {
    return new NewArtifact(name, kind, mediaType, content, id);
  }
}
