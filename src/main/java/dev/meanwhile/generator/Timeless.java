package dev.meanwhile.generator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Takes the time of writing out of an office file that we wrote ourselves, so that the same content is the same bytes.
final class Timeless {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String CORE = "docProps/core.xml";
  private static final Pattern CREATED = Pattern
      .compile("(?<open><dcterms:created[^>]*>)[^<]*(?<close></dcterms:created>)");

  private Timeless() {}

  /// @param tick is called before each part; what it throws flies on
  static byte[] zip(byte[] content, Runnable tick) {
    var bytes = new ByteArrayOutputStream(content.length);
    try (var in = ZipFile.builder().setByteArray(content).get();
        var out = new ZipOutputStream(bytes)) {
      for (var entry : Collections.list(in.getEntries())) {
        tick.run();
        copy(entry.getName(), in.getInputStream(entry).readAllBytes(), out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void copy(String name, byte[] content, ZipOutputStream out) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(EPOCH);
    out.putNextEntry(entry);
    out.write(name.equals(CORE) ? core(content) : content);
    out.closeEntry();
  }

  private static byte[] core(byte[] xml) {
    return CREATED.matcher(new String(xml, StandardCharsets.UTF_8))
        .replaceAll("${open}1980-01-01T00:00:00Z${close}").getBytes(StandardCharsets.UTF_8);
  }
}
