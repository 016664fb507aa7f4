package dev.meanwhile.artifact;

import java.nio.charset.StandardCharsets;

/// What a task made and wants to keep.
///
/// @param name a file name; made safe when stored. The same name again in a project is a new version
/// @param kind what it is for programs: `rtm`, `test_cases`, `tests`, `coverage`, `text`, `structure`, `other`
/// @param mediaType for example `text/csv; charset=utf-8`
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
public record NewArtifact(String name, String kind, String mediaType, byte[] content) {

  /// An artifact of text, stored as UTF-8.
  public static NewArtifact text(String name, String kind, String mediaType, String content) {
    return new NewArtifact(name, kind, mediaType + "; charset=utf-8",
        content.getBytes(StandardCharsets.UTF_8));
  }
}
