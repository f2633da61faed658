package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reading.Unreadable;
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
          // They cost their value, and not the rest of the file.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private static final MalformedValue NOT_AN_OBJECT =
      new MalformedValue(
          "", "a record must be an object {...}", "Write names and values in braces.");

  private final Layout own;
  private final ShownJson shown;
  private final Consumer<RawEntry> entries;
  private final UnknownNames unknown = new UnknownNames();
  private final KeySlips slips;

  /**
   * @param own the layout whose columns are the keys of a record
   * @param entries takes each record and each unreadable place
   */
  JsonReader(Layout own, Consumer<RawEntry> entries) {
    this.own = own;
    this.shown = new ShownJson(own);
    this.slips = new KeySlips(own);
    this.entries = entries;
  }

  /** Keys met that are neither field nor area. */
  Set<String> unknownKeys() {
    return unknown.kept();
  }

  /** What is around the records of a document. */
  Envelope envelope(InputStream in) throws IOException {
    try (JsonParser parser = FACTORY.createParser(characters(in))) {
      return Envelope.of(parser, own);
    }
  }

  /**
   * Reads a whole document; where it breaks, its rest is one unreadable place.
   *
   * @param in the document
   * @param path the keys that lead to its records, if they are in an envelope
   */
  void readDocument(InputStream in, List<String> path) throws IOException {
    try (JsonParser parser = FACTORY.createParser(characters(in))) {
      try {
        boolean inArray = false;
        boolean inEnvelope = !path.isEmpty();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (inEnvelope) {
            inEnvelope = false;
            readEnvelope(parser, path);
          } else if (token == JsonToken.START_ARRAY && !inArray) {
            inArray = true;
          } else if (token == JsonToken.END_ARRAY) {
            inArray = false;
          } else {
            readRecord(parser);
          }
        }
      } catch (JsonProcessingException e) {
        entries.accept(
            JsonFaults.malformed(lineOf(e, parser), e, " The rest of the file was not read."));
      } catch (IOException e) {
        entries.accept(Unreadable.rest(parser.currentLocation().getLineNr(), e));
      }
    }
  }

  private static Reader characters(InputStream in) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(JsonElement.FOREIGN));
    return new InputStreamReader(in, decoder);
  }

  /** Reads the records of an object that the parser is in, and names what else it has. */
  private void readEnvelope(JsonParser parser, List<String> path) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      if (!key.equals(path.get(0))) {
        unknown.add(RecordKeys.named(RecordKeys.normal(key)));
        parser.skipChildren();
      } else if (path.size() > 1) {
        readEnvelope(parser, path.subList(1, path.size()));
      } else {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readRecord(parser);
        }
      }
    }
  }

  private void readRecord(JsonParser parser) throws IOException {
    long lineNumber = parser.currentTokenLocation().getLineNr();
    accept(JsonElement.read(parser, own), lineNumber);
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
      reject(JsonFaults.malformed(lineNumber, e, "").withRaw(ShownText.size(text.strip())));
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
      RecordBuilder record = new RecordBuilder(own, unknown, slips, lineNumber);
      malformed = record.add(object);
      if (malformed == null) {
        entries.accept(record.build(() -> shown.ofRecord(object)));
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
        malformed.rule(),
        ShownText.of(malformed.value()),
        ShownText.of(malformed.message()),
        malformed.suggestion(),
        object == null ? "" : shown.ofRecord(object));
  }
}
