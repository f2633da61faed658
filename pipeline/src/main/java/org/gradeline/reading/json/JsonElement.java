package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.text.RecordSplitter;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value read in bounded memory: a map, a list, a text or null. Unlike a tree of Jackson's it
 * goes on past a repeated key, too deep a nesting or too long a value, so that one faulty record
 * does not cost those after it.
 *
 * @param value what was read; of a faulty value only its beginning
 * @param malformed what is wrong with it, or null
 */
record JsonElement(@Nullable Object value, @Nullable MalformedValue malformed) {
  /**
   * What a text has in place of bytes that are not UTF-8: half of a pair, which no UTF-8 can give,
   * so that a record's own replacement characters are not taken for it.
   */
  static final char FOREIGN = '\uDC00';

  static final MalformedValue NOT_UTF8 =
      new MalformedValue(
          Rule.UNREADABLE_FILE,
          "",
          "the record has bytes that are not UTF-8",
          "Save the file as UTF-8.");

  private static final int MAX_DEPTH = 20;

  /**
   * A number that JSON does not have, such as NaN.
   *
   * @param text as written
   */
  record NoNumber(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Why a value is not a record.
   *
   * @param rule the rule that it breaks
   * @param value the offending part
   * @param message what is wrong
   * @param suggestion what to do
   */
  record MalformedValue(Rule rule, String value, String message, String suggestion) {
    MalformedValue(String value, String message, String suggestion) {
      this(Rule.MALFORMED_JSON, value, message, suggestion);
    }

    /** Two values of one key, which is named only if it is known. */
    static MalformedValue repeatedKey(String key, Layout own) {
      boolean known = RecordKeys.isKnown(RecordKeys.normal(key), own);
      return new MalformedValue(
          known ? key : ShownText.size(key),
          known
              ? "the key '" + key + "' appears twice"
              : "a key of " + ShownText.size(key) + " appears twice",
          "Keep one of the two.");
    }
  }

  /**
   * Reads the value that begins with the parser's current token, to its end.
   *
   * @param own the layout whose columns are the keys of a record
   */
  static JsonElement read(JsonParser parser, Layout own) throws IOException {
    Builder builder = new Builder(parser, own);
    Object value = builder.value(0);
    return new JsonElement(value, builder.malformed);
  }

  private static final class Builder {
    private final JsonParser parser;
    private final Layout own;
    private final long start;
    private @Nullable MalformedValue malformed;
    private boolean cut;

    Builder(JsonParser parser, Layout own) {
      this.parser = parser;
      this.own = own;
      this.start = parser.currentTokenLocation().getCharOffset();
    }

    @Nullable Object value(int depth) throws IOException {
      JsonToken token = parser.currentToken();
      if (token == null || token == JsonToken.VALUE_NULL) {
        return null;
      }
      if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
        return new NoNumber(parser.getText());
      }
      if (!token.isStructStart()) {
        return text(parser.getText());
      }
      if (depth > MAX_DEPTH) {
        fail(
            "", "values are nested more than " + MAX_DEPTH + " levels deep", "Flatten the record.");
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
          fail(MalformedValue.repeatedKey(key, own));
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
        malformed = NOT_UTF8;
      } else {
        String half = String.format(Locale.ROOT, "\\u%04x", (int) c);
        fail(half, "a text has half of a character", "Add its other half, or remove it.");
      }
    }

    private boolean tooLong() {
      if (!cut
          && parser.currentLocation().getCharOffset() - start > RecordSplitter.MAX_RECORD_BYTES) {
        cut = true;
        fail("", "the record is longer than 1 MiB", "Shorten it.");
      }
      return cut;
    }

    private void fail(String value, String message, String suggestion) {
      fail(new MalformedValue(value, message, suggestion));
    }

    /** What is wrong first is reported. */
    private void fail(MalformedValue next) {
      if (malformed == null) {
        malformed = next;
      }
    }
  }
}
