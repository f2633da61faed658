package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.json.JsonElement.MalformedValue;
import org.gradeline.reading.text.RecordSplitter;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/** Reads records of JSON from documents and from lines; each record knows its line. */
final class JsonReader {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(RecordSplitter.MAX_RECORD_BYTES)
                  // A deeper one is longer than the longest record.
                  .maxNestingDepth(RecordSplitter.MAX_RECORD_BYTES)
                  .build())
          // A table of all keys would grow with the file, and keys may be made to collide in it.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /** Where the parser, in its messages, names the object that it reads from. */
  private static final Pattern PARSERS_SOURCE =
      Pattern.compile(" \\([^(]*\\[Source.*", Pattern.DOTALL);

  /** How the only message of the parser begins that quotes more than a character. */
  private static final String UNKNOWN_WORD = "Unrecognized token";

  private static final MalformedValue NOT_AN_OBJECT =
      new MalformedValue(
          "", "a record must be an object {...}", "Write names and values in braces.");

  private final Layout own;
  private final ShownJson shown;
  private final Consumer<RawEntry> entries;
  private final UnknownNames unknown = new UnknownNames();

  /**
   * @param own the layout whose columns are the keys of a record
   * @param entries takes each record and each unreadable place
   */
  JsonReader(Layout own, Consumer<RawEntry> entries) {
    this.own = own;
    this.shown = new ShownJson(own);
    this.entries = entries;
  }

  /** Keys met that are neither field nor area. */
  Set<String> unknownKeys() {
    return unknown.kept();
  }

  /** Reads a whole document; where it breaks, its rest is one unreadable place. */
  void readDocument(InputStream in) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(JsonElement.FOREIGN));
    InputStreamReader text = new InputStreamReader(in, decoder);
    try (JsonParser parser = FACTORY.createParser(text)) {
      try {
        boolean inArray = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.START_ARRAY && !inArray) {
            inArray = true;
          } else if (token == JsonToken.END_ARRAY) {
            inArray = false;
          } else {
            long lineNumber = parser.currentTokenLocation().getLineNr();
            accept(JsonElement.read(parser, own), lineNumber);
          }
        }
      } catch (JsonProcessingException e) {
        entries.accept(malformed(lineOf(e, parser), e, " The rest of the file was not read."));
      } catch (IOException e) {
        entries.accept(Unreadable.rest(parser.currentLocation().getLineNr(), e));
      }
    }
  }

  /** Reads a record that is a line of its own. */
  void readLine(String text, long lineNumber) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      JsonElement element = JsonElement.read(parser, own);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "the line has more than one value");
      }
      accept(element, lineNumber);
    } catch (JsonProcessingException e) {
      reject(malformed(lineNumber, e, "").withRaw(ShownText.size(text.strip())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rejects a line that is not a record. */
  void reject(Unreadable line) {
    entries.accept(line);
  }

  private static long lineOf(JsonProcessingException e, JsonParser parser) {
    return e.getLocation() != null
        ? e.getLocation().getLineNr()
        : parser.currentLocation().getLineNr();
  }

  private static Unreadable malformed(
      long lineNumber, JsonProcessingException e, String consequence) {
    return new Unreadable(
        lineNumber,
        Rule.MALFORMED_JSON,
        "",
        "this is not JSON: " + reason(e) + "." + consequence,
        "Fix the brackets, quotes or commas there.",
        "");
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "a value is too deep or too long";
    }
    String message = PARSERS_SOURCE.matcher(e.getOriginalMessage()).replaceFirst("");
    if (message.indexOf(JsonElement.FOREIGN) >= 0) {
      return "there are bytes that are not UTF-8";
    }
    return message.startsWith(UNKNOWN_WORD) ? "a word is not in quotes" : ShownText.of(message);
  }

  private void accept(JsonElement element, long lineNumber) {
    Map<?, ?> object = element.value() instanceof Map<?, ?> map ? map : null;
    MalformedValue malformed = element.malformed();
    if (malformed == null && object == null) {
      malformed = NOT_AN_OBJECT;
    }
    if (malformed == null && object != null && object.isEmpty()) {
      // Like a blank row, which is not a record either: a file may have millions of them.
      return;
    }
    if (malformed == null && object != null) {
      RecordBuilder record = new RecordBuilder(own, unknown);
      malformed = record.add(object);
      if (malformed == null) {
        entries.accept(record.build(lineNumber, () -> shown.ofRecord(object)));
      }
    }
    if (malformed != null) {
      entries.accept(unreadable(malformed, object, lineNumber));
    }
  }

  private Unreadable unreadable(
      MalformedValue malformed, @Nullable Map<?, ?> object, long lineNumber) {
    return new Unreadable(
        lineNumber,
        malformed.equals(JsonElement.NOT_UTF8) ? Rule.UNREADABLE_FILE : Rule.MALFORMED_JSON,
        ShownText.of(malformed.value()),
        ShownText.of(malformed.message()),
        malformed.suggestion(),
        object == null ? "" : shown.ofRecord(object));
  }
}
