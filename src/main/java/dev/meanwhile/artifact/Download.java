package dev.meanwhile.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.jspecify.annotations.Nullable;

/// How bytes leave the server: as attachments that no browser runs, in zips whose names can't leave their folder.
public final class Download {
  /// What a preview may do inside a frame: nothing but style itself.
  private static final String VIEW_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

  private Download() {}

  /// One artifact's bytes, or null with 304 prepared when the client has them already.
  ///
  /// @param view for a sandboxed frame on our own page instead of an attachment
  static @Nullable ResponseEntity<byte[]> of(Artifact artifact, boolean view, WebRequest request,
      Function<Artifact, byte[]> content) {
    if (request.checkNotModified("\"" + artifact.sha256() + "\"")) {
      return null;
    }
    var headers = new HttpHeaders();
    var type = MediaType.parseMediaType(artifact.mediaType());
    headers.setContentType(view ? shown(type) : type);
    headers.setContentDisposition(disposition(view ? "inline" : "attachment", artifact.name()));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.setCacheControl("private, no-cache");
    if (view) {
      headers.set("Content-Security-Policy", VIEW_POLICY);
      headers.set("X-Frame-Options", "SAMEORIGIN");
    }
    return ResponseEntity.ok().headers(headers).body(content.apply(artifact));
  }

  /// A browser downloads the text that it has no view for, CSV for example: in a frame it is plain text.
  private static MediaType shown(MediaType type) {
    boolean isText = type.getType().equals("text")
        || type.isCompatibleWith(MediaType.APPLICATION_JSON);
    return isText && !type.isCompatibleWith(MediaType.TEXT_HTML)
        ? new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)
        : type;
  }

  /// Several artifacts as one zip, written while it is read: one artifact's bytes in memory at a time.
  ///
  /// @param name of the zip itself
  public static ResponseEntity<StreamingResponseBody> zip(String name, List<Artifact> artifacts,
      Function<Artifact, byte[]> content) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.parseMediaType("application/zip"));
    headers.setContentDisposition(disposition("attachment", SafeName.of(name)));
    headers.set("X-Content-Type-Options", "nosniff");
    return ResponseEntity.ok().headers(headers).body(out -> write(artifacts, content, out));
  }

  private static ContentDisposition disposition(String type, String name) {
    return ContentDisposition.builder(type).filename(name, StandardCharsets.UTF_8).build();
  }

  private static void write(List<Artifact> artifacts, Function<Artifact, byte[]> content,
      OutputStream out) throws IOException {
    var names = new HashSet<String>();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var artifact : artifacts) {
        var entry = new ZipEntry(free(artifact.name(), names));
        entry.setTime(artifact.createdAt().toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content.apply(artifact));
        zip.closeEntry();
      }
    }
  }

  private static String free(String name, Set<String> taken) {
    String candidate = name;
    for (int i = 2; !taken.add(candidate.toLowerCase(java.util.Locale.ROOT)); i++) {
      candidate = i + "_" + name;
    }
    return candidate;
  }
}
