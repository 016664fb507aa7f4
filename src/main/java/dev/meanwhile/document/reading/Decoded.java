package dev.meanwhile.document.reading;

import dev.meanwhile.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Bytes that claim to be text, as text with `\n` at the ends of its lines.
public final class Decoded {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final int HEAD_BYTES = 4096;
  private static final Pattern DECLARED = Pattern
      .compile("<meta[^>]{0,200}charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  private Decoded() {}

  /// The text of a file in the encoding that its bytes are found to have.
  ///
  /// @throws Problem if they are no text
  public static String text(String file, byte[] content) {
    return checked(file, decoded(file, content));
  }

  /// A page's text, by the encoding that it declares; what it calls ISO-8859-1 is Windows-1252 in practice.
  public static String html(String file, byte[] content) {
    var head = new String(content, 0, Math.min(content.length, HEAD_BYTES),
        StandardCharsets.ISO_8859_1);
    var declared = DECLARED.matcher(head);
    if (!declared.find() || begins(content, 0xEF, 0xBB, 0xBF)) {
      return text(file, content);
    }
    return checked(file, new String(content, charset(declared.group(1))));
  }

  private static Charset charset(String name) {
    try {
      var charset = Charset.forName(name);
      boolean western = charset.equals(StandardCharsets.ISO_8859_1)
          || charset.equals(StandardCharsets.US_ASCII);
      return western ? WINDOWS : charset;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String checked(String file, String decoded) {
    var text = decoded.replace("\r\n", "\n").replace('\r', '\n');
    if (text.chars().anyMatch(Decoded::isBinary)) {
      throw Problem.unreadable(file + ": it holds control characters, so it isn't text");
    }
    if (text.isBlank()) {
      throw Problem.unreadable(file + ": it holds no text");
    }
    return text;
  }

  private static String decoded(String file, byte[] content) {
    if (begins(content, 0xFE, 0xFF)) {
      return strictly(file, content, 2, StandardCharsets.UTF_16BE);
    }
    if (begins(content, 0xFF, 0xFE)) {
      return strictly(file, content, 2, StandardCharsets.UTF_16LE);
    }
    if (begins(content, 0xEF, 0xBB, 0xBF)) {
      return strictly(file, content, 3, StandardCharsets.UTF_8);
    }
    try {
      return decode(content, 0, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return strictly(file, content, 0, WINDOWS);
    }
  }

  private static String strictly(String file, byte[] content, int skip, Charset charset) {
    try {
      return decode(content, skip, charset);
    } catch (CharacterCodingException e) {
      throw Problem.unreadable(file + ": it isn't text in UTF-8, UTF-16 or Windows-1252");
    }
  }

  private static String decode(byte[] content, int skip, Charset charset)
      throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(content, skip, content.length - skip))
        .toString();
  }

  private static boolean begins(byte[] content, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (content.length <= i || (content[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBinary(int c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != 0x0B;
  }
}
