package io.stallcast.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/**
 * Reads texts, and refuses what JSON can write but no database and no UTF-8 can keep: the NUL
 * character, and halves of surrogate pairs.
 */
final class ReadableText extends StringDeserializer {
  private static final long serialVersionUID = 1L;

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = super.deserialize(parser, context);
    if (text != null && text.codePoints().anyMatch(ReadableText::isNoCharacter)) {
      throw JsonMappingException.from(parser, "not a text that can be kept");
    }
    return text;
  }

  private static boolean isNoCharacter(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
