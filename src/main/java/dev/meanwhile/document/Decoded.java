package dev.meanwhile.document;

import dev.meanwhile.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Bytes that claim to be text, as text with `\n` at the ends of its lines.
final class Decoded {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Decoded() {}

  static String text(String file, byte[] content) {
    var text = decoded(file, content).replace("\r\n", "\n").replace('\r', '\n');
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
