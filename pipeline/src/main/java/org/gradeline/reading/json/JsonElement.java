package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradeline.reading.RecordSplitter;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value read in bounded memory: a map, a list, a text or null. Unlike a tree of Jackson's it
 * goes on past a repeated key, too deep a nesting or too long a value, so that one faulty record
 * does not cost those behind it.
 *
 * @param value what was read; of a faulty value only its beginning
 * @param fault what is wrong with it, or null
 */
record JsonElement(@Nullable Object value, @Nullable MalformedValue fault) {
  /**
   * What stands in a text for bytes that are not UTF-8: half of a pair, which no UTF-8 can give, so
   * that a record's own replacement characters are not taken for it.
   */
  static final char FOREIGN = '\uDC00';

  static final MalformedValue NOT_UTF8 =
      new MalformedValue("", "the record has bytes that are not UTF-8", "Save the file as UTF-8.");

  private static final int MAX_DEPTH = 20;

  /**
   * Why a value is no record.
   *
   * @param value the offending part
   * @param message what is wrong
   * @param suggestion what to do
   */
  record MalformedValue(String value, String message, String suggestion) {}

  /** Reads the value that begins with the parser's current token, to its end. */
  static JsonElement read(JsonParser parser) throws IOException {
    Builder builder = new Builder(parser);
    Object value = builder.value(0);
    return new JsonElement(value, builder.fault);
  }

  private static final class Builder {
    private final JsonParser parser;
    private final long start;
    private @Nullable MalformedValue fault;
    private boolean cut;

    Builder(JsonParser parser) {
      this.parser = parser;
      this.start = parser.currentTokenLocation().getCharOffset();
    }

    @Nullable Object value(int depth) throws IOException {
      JsonToken token = parser.currentToken();
      if (token == null || token == JsonToken.VALUE_NULL) {
        return null;
      }
      if (!token.isStructStart()) {
        return text(parser.getText());
      }
      if (depth > MAX_DEPTH) {
        fail("", "values are nested more than " + MAX_DEPTH + " deep", "Flatten the record.");
        parser.skipChildren();
        return null;
      }
      return token == JsonToken.START_OBJECT ? object(depth) : list(depth);
    }

    private Map<String, @Nullable Object> object(int depth) throws IOException {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = text(parser.currentName());
        parser.nextToken();
        if (tooLong()) {
          parser.skipChildren();
        } else if (object.containsKey(key)) {
          fail(key, "the key '" + key + "' stands twice", "Keep one of the two.");
          parser.skipChildren();
        } else {
          object.put(key, value(depth + 1));
        }
      }
      return object;
    }

    private List<@Nullable Object> list(int depth) throws IOException {
      List<@Nullable Object> list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (tooLong()) {
          parser.skipChildren();
        } else {
          list.add(value(depth + 1));
        }
      }
      return list;
    }

    private String text(String text) {
      for (int i = 0; i < text.length(); i++) {
        if (Character.isSurrogate(text.charAt(i))) {
          if (Character.isBmpCodePoint(text.codePointAt(i))) {
            half(text.charAt(i));
          } else {
            i++;
          }
        }
      }
      if (text.indexOf('\0') >= 0) {
        fail("NUL", "the record has NUL characters", "Remove them.");
      }
      return text;
    }

    private void half(char c) {
      if (c == FOREIGN) {
        fault = NOT_UTF8;
      } else {
        String half = String.format(Locale.ROOT, "\\u%04x", (int) c);
        fail(half, "a text has half of a character", "Write its other half too, or take it out.");
      }
    }

    private boolean tooLong() {
      if (!cut
          && parser.currentLocation().getCharOffset() - start > RecordSplitter.MAX_RECORD_BYTES) {
        cut = true;
        fail("", "the record is longer than 1 MiB", "Cut it.");
      }
      return cut;
    }

    private void fail(String value, String message, String suggestion) {
      if (fault == null) {
        fault = new MalformedValue(value, message, suggestion);
      }
    }
  }
}
