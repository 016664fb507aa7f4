package dev.meanwhile.document.office;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.DocumentSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/// An Office file's XML parts, unpacked within limits and free of document types. Nothing else of the file is looked at:
/// no picture, no macro, no embedded file, no link.
public final class OfficeZip {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int FREE_BYTES = 1024 * 1024;

  private final String file;
  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  private OfficeZip(String file) {
    this.file = file;
  }

  /// Opens an archive within the limits.
  public static OfficeZip open(String file, byte[] content, DocumentSettings limits) {
    var zip = new OfficeZip(file);
    try (var archive = ZipFile.builder()
        .setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      zip.unpack(archive, content.length, limits);
    } catch (IOException | IllegalArgumentException e) {
      throw Problem.unreadable(file + ": it is damaged: the archive can't be unpacked");
    }
    return zip;
  }

  private void unpack(ZipFile archive, long packed, DocumentSettings limits) throws IOException {
    long allowed = Math.min(limits.maxUnpacked().toBytes(),
        Math.max(FREE_BYTES, packed * limits.maxRatio()));
    long unpacked = 0;
    int entries = 0;
    for (var entry : Collections.list(archive.getEntries())) {
      if (++entries > limits.maxEntries()) {
        throw Problem.unreadable(file + ": it has more than " + limits.maxEntries() + " parts");
      }
      notice(entry.getName());
      if (isXml(entry.getName())) {
        unpacked += part(archive, entry, allowed - unpacked);
      }
    }
  }

  private long part(ZipFile archive, ZipArchiveEntry entry, long allowed) throws IOException {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Problem.unreadable(file + ": it is encrypted with a password; save it without one");
    }
    var part = new ByteArrayOutputStream();
    try (var in = archive.getInputStream(entry)) {
      copy(in, part, allowed);
    }
    add(entry.getName(), part.toByteArray());
    return part.size();
  }

  private void copy(InputStream in, ByteArrayOutputStream part, long allowed) throws IOException {
    var buffer = new byte[BUFFER_BYTES];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (part.size() + n > allowed) {
        throw Problem.unreadable(
            file + ": it unpacks to far more than its size (a zip bomb), so it isn't read");
      }
      part.write(buffer, 0, n);
    }
  }

  private void notice(String name) {
    if (name.endsWith("vbaProject.bin")) {
      notes.add("macros in it were left alone");
    } else if (name.contains("/embeddings/")) {
      notes.add("files embedded in it were left alone");
    } else if (name.startsWith("xl/externalLinks/")) {
      notes.add("links to other workbooks weren't followed");
    }
  }

  /// What of the file is left out.
  public Set<String> notes() {
    return notes;
  }

  private static boolean isXml(String name) {
    return name.endsWith(".xml") || name.endsWith(".rels");
  }

  private void add(String name, byte[] part) {
    if (hasDocumentType(part)) {
      throw Problem.unreadable(
          file + ": its part " + name + " declares a document type, which Office files never do");
    }
    if (parts.putIfAbsent(name, part) != null) {
      throw Problem.unreadable(file + ": it holds the part " + name + " twice");
    }
  }

  private static boolean hasDocumentType(byte[] part) {
    var bytes = new String(part, StandardCharsets.ISO_8859_1);
    return bytes.contains("<!DOCTYPE") || bytes.contains("<!ENTITY")
        || bytes.contains("<\0!\0D\0O\0C\0T\0Y\0P\0E");
  }

  /// The name of the part that is called so, or by that name and a number, as some programs call it.
  public String named(String name) {
    var pattern = Pattern.compile(Pattern.quote(name) + "\\d{0,3}\\.xml");
    return parts.keySet().stream().filter(p -> pattern.matcher(p).matches()).findFirst()
        .orElse(name + ".xml");
  }

  /// How many bytes its parts have, unpacked.
  public long size() {
    return parts.values().stream().mapToLong(part -> part.length).sum();
  }

  /// A part's bytes, or null.
  public byte @Nullable [] part(String name) {
    return parts.get(name);
  }

  /// A part's bytes.
  ///
  /// @throws Problem if there is none, with what the file should have been
  public byte[] part(String name, String what) {
    var part = parts.get(name);
    if (part == null) {
      throw Problem.unreadable(file + ": it isn't " + what + ", whatever its extension says");
    }
    return part;
  }

  /// A fresh archive of the parts, so that a library sees exactly what was checked.
  public byte[] repacked() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        out.putNextEntry(stored(part.getKey(), part.getValue()));
        out.write(part.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry stored(String name, byte[] content) {
    var crc = new CRC32();
    crc.update(content);
    var entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    return entry;
  }
}
