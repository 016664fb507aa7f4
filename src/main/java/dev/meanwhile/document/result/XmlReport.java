package dev.meanwhile.document.result;

import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An XML report, read element by element. A document type is passed over, its entities stay unknown, and nothing comes
/// from outside.
final class XmlReport {
  private static final int DEEPEST = 100;
  private static final int MOST_TESTS = 200_000;
  private static final int TICK_EVERY_ELEMENTS = 1_000;
  /// As Robot Framework wrote times before its version 7.
  private static final DateTimeFormatter RUN_TOGETHER = DateTimeFormatter
      .ofPattern("yyyyMMdd HH:mm:ss[.SSS]", Locale.ROOT);

  private final XMLStreamReader xml;
  private final Runnable tick;
  private int depth;
  private int elements;

  XmlReport(byte[] content, Runnable tick) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    this.xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
    this.tick = tick;
  }

  /// Goes to the next beginning of an element below the current one or after it; false at the end of the document.
  boolean enter() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        return entered();
      }
    }
    return false;
  }

  private boolean entered() throws XMLStreamException {
    if (++depth > DEEPEST) {
      throw new XMLStreamException("more than " + DEEPEST + " levels", xml.getLocation());
    }
    if (++elements % TICK_EVERY_ELEMENTS == 0) {
      tick.run();
    }
    return true;
  }

  /// Goes to the next beginning of an element below a depth; false when the element at that depth is over.
  boolean enterBelow(int above) throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && --depth < above) {
        return false;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        return entered();
      }
    }
    return false;
  }

  /// How deep the current element is; the root is at 1.
  int depth() {
    return depth;
  }

  String name() {
    return xml.getLocalName();
  }

  @Nullable
  String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  /// An attribute, or an empty text.
  String text(String name) {
    var value = attribute(name);
    return value == null ? "" : value.strip();
  }

  /// A count in an attribute; 0 if it is none.
  long count(String name) {
    var value = text(name);
    return value.matches("\\d{1,15}") ? Long.parseLong(value) : 0;
  }

  /// A time in an attribute as an instant, or an empty text; one without a zone is taken for UTC.
  String instant(String name) {
    var time = text(name);
    for (var format : List.of(DateTimeFormatter.ISO_DATE_TIME, RUN_TOGETHER)) {
      try {
        return switch (format.parseBest(time, OffsetDateTime::from, LocalDateTime::from)) {
          case OffsetDateTime zoned -> zoned.toInstant().toString();
          case TemporalAccessor local ->
            LocalDateTime.from(local).toInstant(ZoneOffset.UTC).toString();
        };
      } catch (DateTimeException _) {
        // perhaps the other one
      }
    }
    return "";
  }

  /// @throws XMLStreamException when a report has more tests than anyone's
  void checkTests(int count) throws XMLStreamException {
    if (count > MOST_TESTS) {
      throw new XMLStreamException("more than %,d test cases".formatted(MOST_TESTS));
    }
  }

  /// The beginning of the current element's text. The element is over then, with all that is in it.
  String content(int characters) throws XMLStreamException {
    var text = new StringBuilder();
    int inside = depth;
    while (depth >= inside && xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          text.append(xml.getText(), 0,
              Math.min(xml.getTextLength(), characters - text.length()));
        case XMLStreamConstants.START_ELEMENT -> entered();
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {
        }
      }
    }
    return text.toString();
  }
}
