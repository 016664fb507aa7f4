package dev.meanwhile.document.result;

import dev.meanwhile.trace.result.ResultFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// Recognises result files by what is in them, whatever they are called, and reads them. Thread-safe.
public final class ResultFiles {
  /// How much of a file is looked at to tell what it is.
  private static final int HEAD_BYTES = 4_096;
  private static final int REASON_CHARACTERS = 160;

  private ResultFiles() {}

  /// Reads a file; empty if it is something else.
  ///
  /// @param tick is called again and again while a long file is read; what it throws flies on
  public static Optional<ResultFile> read(byte[] content, Runnable tick) {
    var head = head(content);
    if (head.startsWith("<")) {
      return xml(content, tick);
    }
    if (Lcov.isLcov(head)) {
      return Optional.of(Lcov.read(text(content), tick));
    }
    return References.isTable(head) ? References.read(text(content)) : Optional.empty();
  }

  private static Optional<ResultFile> xml(byte[] content, Runnable tick) {
    var format = "XML";
    try {
      var xml = new XmlReport(content, tick);
      if (!xml.enter()) {
        return Optional.empty();
      }
      format = format(xml);
      return switch (format) {
        case RobotXml.FORMAT -> Optional.of(new RobotXml(xml).read());
        case "JUnit XML" -> Optional.of(new JunitXml(xml).read());
        case "JaCoCo" -> Optional.of(Jacoco.read(xml));
        case "Cobertura" -> Optional.of(Cobertura.read(xml));
        default -> Optional.empty();
      };
    } catch (XMLStreamException e) {
      return format.equals("XML")
          ? Optional.empty()
          : Optional.of(new ResultFile.Broken(format, reason(e)));
    }
  }

  private static String format(XmlReport xml) {
    return switch (xml.name()) {
      case "testsuites", "testsuite" -> "JUnit XML";
      case "robot" -> RobotXml.is(xml) ? RobotXml.FORMAT : "";
      case "report" -> "JaCoCo";
      case "coverage" -> xml.attribute("line-rate") == null ? "" : "Cobertura";
      default -> "";
    };
  }

  private static String reason(XMLStreamException e) {
    var place = e.getLocation();
    var where = place == null ? "" : "line " + place.getLineNumber() + ": ";
    var message = String.valueOf(e.getMessage()).replaceFirst("(?s)^.*Message: ", "").strip();
    return where + message.substring(0, Math.min(message.length(), REASON_CHARACTERS));
  }

  private static String head(byte[] content) {
    int bytes = Math.min(content.length, HEAD_BYTES);
    var head = new String(content, 0, bytes, StandardCharsets.UTF_8);
    if (bytes > 1 && (head.charAt(0) == '\ufffd' || head.charAt(1) == '\0')) {
      head = new String(content, 0, bytes, StandardCharsets.UTF_16);
    }
    return (head.startsWith("\ufeff") ? head.substring(1) : head).stripLeading();
  }

  private static String text(byte[] content) {
    var text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
