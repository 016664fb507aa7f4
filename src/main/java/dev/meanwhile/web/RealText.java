package dev.meanwhile.web;

import dev.meanwhile.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/// Refuses what JSON can escape and no store can keep: NUL, and half of a surrogate pair, which would come back as a
/// question mark.
final class RealText extends StringDeserializer {

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context)
      throws JacksonException {
    var text = super.deserialize(parser, context);
    if (text != null && !isReal(text)) {
      var name = parser.currentName();
      throw Problem.badField(name == null ? "text" : name,
          "holds a NUL character or half of a surrogate pair, which no text has");
    }
    return text;
  }

  private static boolean isReal(String text) {
    return text.indexOf('\0') < 0
        && text.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE
            && point <= Character.MAX_SURROGATE);
  }
}
