package dev.meanwhile.document.pdf.page;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Passages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;

/// Unpacks every packed part of a PDF once, keeping nothing, before the library unpacks them into memory.
public final class PdfStreams {
  private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final int PACKED_AGAIN = 4;
  private static final int DICTIONARY_BYTES = 1024;
  private static final int Z_DEFLATED = 8;
  private static final int Z_CHECK = 31;

  private final String file;
  private final Passages passages;
  private long allowed;

  private PdfStreams(String file, Passages passages) {
    this.file = file;
    this.passages = passages;
    this.allowed = passages.limits().maxUnpacked().toBytes();
  }

  /// Unpacks the parts of a document once, to see how large they are.
  ///
  /// @throws Problem if its parts unpack to more than `meanwhile.documents.max-unpacked`
  public static void check(String file, byte[] content, Passages passages) {
    var streams = new PdfStreams(file, passages);
    for (int at = next(content, 0); at >= 0; at = next(content, at)) {
      int start = at;
      while (start < content.length && (content[start] == '\r' || content[start] == '\n')) {
        start++;
      }
      streams.unpackOther(content, at, start);
      if (start + 2 < content.length
          && isPacked(new byte[]{content[start], content[start + 1]})) {
        streams.unpack(content, start);
      }
    }
  }

  /// Two older ways of packing, told by the words before the part.
  private void unpackOther(byte[] content, int at, int start) {
    int from = Math.max(0, at - DICTIONARY_BYTES);
    var words = new String(content, from, at - from, StandardCharsets.ISO_8859_1);
    var dictionary = words.substring(Math.max(0, words.lastIndexOf("endobj")));
    for (var filter : List.of(COSName.LZW_DECODE, COSName.RUN_LENGTH_DECODE)) {
      if (dictionary.contains("/" + filter.getName())) {
        unpack(filter, new ByteArrayInputStream(content, start, content.length - start));
      }
    }
  }

  private void unpack(COSName filter, InputStream packed) {
    try {
      FilterFactory.INSTANCE.getFilter(filter).decode(packed, new Counting(), new COSDictionary(),
          0);
    } catch (IOException _) {
      passages.counts(0); // the library skips damaged parts, and fails by itself where it can't
    }
  }

  /// Keeps nothing of what is written, and counts it.
  private final class Counting extends OutputStream {
    @Override
    public void write(int b) {
      count(1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count(length);
    }
  }

  private static int next(byte[] content, int from) {
    for (int i = from; i + STREAM.length < content.length; i++) {
      int n = 0;
      while (n < STREAM.length && content[i + n] == STREAM[n]) {
        n++;
      }
      boolean end = i >= 3 && content[i - 1] == 'd' && content[i - 2] == 'n'
          && content[i - 3] == 'e';
      if (n == STREAM.length && !end) {
        return i + STREAM.length;
      }
    }
    return -1;
  }

  private void unpack(byte[] content, int start) {
    try {
      inflate(content, start, content.length - start, 1);
    } catch (IOException _) {
      passages.counts(0); // the library skips damaged parts, and fails by itself where it can't
    }
  }

  private void inflate(byte[] bytes, int from, int length, int layers) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes, from, length);
    for (int layer = 0; layer < layers; layer++) {
      in = new InflaterInputStream(in);
    }
    var buffer = new byte[BUFFER_BYTES];
    int first = in.readNBytes(buffer, 0, 2);
    boolean packed = first == 2 && isPacked(buffer);
    count(first);
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      count(n);
    }
    if (packed && layers < PACKED_AGAIN) {
      inflate(bytes, from, length, layers + 1);
    }
  }

  private void count(int bytes) {
    allowed -= bytes;
    passages.counts(0);
    if (allowed < 0) {
      throw Problem.unreadable(file + ": it unpacks to more than "
          + passages.limits().maxUnpacked().toMegabytes() + " MB (a zip bomb), so it isn't read");
    }
  }

  private static boolean isPacked(byte[] bytes) {
    return (bytes[0] & 0x0F) == Z_DEFLATED
        && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) % Z_CHECK == 0;
  }
}
