package dev.meanwhile.document.reading;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// XML without document types and without anything from outside.
public final class Xml {
  private Xml() {}

  /// A reader of a part, before its first event.
  public static XMLStreamReader reader(byte[] part) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(new ByteArrayInputStream(part));
  }

  /// The current element's attribute of this local name, or null.
  public static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /// Goes to the end of the element that has just begun.
  public static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0 && xml.hasNext();) {
      int event = xml.next();
      depth += event == XMLStreamReader.START_ELEMENT
          ? 1
          : event == XMLStreamReader.END_ELEMENT ? -1 : 0;
    }
  }

  /// A small number, or the fallback if it isn't one.
  public static int number(@Nullable String value, int fallback) {
    return value != null && value.matches("\\d{1,4}") ? Integer.parseInt(value) : fallback;
  }
}
