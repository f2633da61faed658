package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.RecordSplitter;
import org.gradeline.reading.SliceReader;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.json.JsonElement.MalformedValue;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/** Reads JSON: an object, an array of them, or one after the other; each record knows its line. */
public final class JsonReader {
  private static final String JUDGEMENTS = "judgements";
  private static final String FINDINGS = "findings";
  private static final String AREA = "area";
  private static final String GRADE = "grade";
  private static final Set<String> JUDGEMENT_KEYS = Set.of(AREA, GRADE);
  private static final Set<String> FINDING_KEYS = Set.of("theme", "kind", "text");
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

  private static final ObjectMapper WRITER = new ObjectMapper();

  /** What the parser's messages name, which may be of a value that is not shown. */
  private static final Pattern UNKNOWN_WORD =
      Pattern.compile("(?<=^Unrecognized token) '.*'(?=: was)", Pattern.DOTALL);

  /** A key and its value, as far as they can be told in a text that is no JSON. */
  private static final Pattern PAIR =
      Pattern.compile(
          "\"([^\"\\\\]*)\"\\s*:\\s*(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[-+.\\w]*)", Pattern.DOTALL);

  private static final Pattern SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

  /** What stands for a value that is not shown. */
  private static final String UNSHOWN = "...";

  private final Layout own;
  private final Consumer<RawEntry> entries;
  private final UnknownNames unknown = new UnknownNames();

  /**
   * @param own the layout whose columns are the keys of a record
   * @param entries takes each record and each unreadable place
   */
  public JsonReader(Layout own, Consumer<RawEntry> entries) {
    this.own = own;
    this.entries = entries;
  }

  /** Keys met that are neither field nor area. */
  public Set<String> unknownKeys() {
    return unknown.kept();
  }

  /** Reads a whole document; where it breaks, its rest is one unreadable place. */
  public void readDocument(InputStream in) throws IOException {
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
            readElement(parser, parser.currentTokenLocation().getLineNr());
          }
        }
      } catch (JsonProcessingException e) {
        entries.accept(malformed(lineOf(e, parser), e, " The file was not read from there on."));
      } catch (IOException e) {
        entries.accept(SliceReader.unreadable(parser.currentLocation().getLineNr(), e));
      }
    }
  }

  /** Reads one record that stands on a line of its own. */
  public void readLine(String text, long lineNumber) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      JsonElement element = JsonElement.read(parser);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one value on the line");
      }
      accept(element, lineNumber);
    } catch (JsonProcessingException e) {
      rejectLine(malformed(lineNumber, e, ""), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells of a line that is no record; it is shown when it has no key that nobody asked for. */
  public void rejectLine(Unreadable line, String text) {
    String raw = hasKnownKeysOnly(text) ? SliceReader.shorten(text.strip()) : "";
    entries.accept(line.withRaw(raw));
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
        "no JSON: " + reason(e) + "." + consequence,
        "Mend the brackets, quotes or commas there.",
        "");
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return "too deep or too long a value";
    }
    String message = PARSERS_SOURCE.matcher(e.getOriginalMessage()).replaceFirst("");
    return message.indexOf(JsonElement.FOREIGN) >= 0
        ? "there are bytes that are not UTF-8"
        : SliceReader.shorten(UNKNOWN_WORD.matcher(message).replaceFirst(""));
  }

  private void readElement(JsonParser parser, long lineNumber) throws IOException {
    accept(JsonElement.read(parser), lineNumber);
  }

  private void accept(JsonElement element, long lineNumber) {
    MalformedValue fault = element.fault();
    if (fault == null && element.value() instanceof Map<?, ?> object) {
      fault = record(object, lineNumber);
    } else if (fault == null) {
      fault =
          new MalformedValue(
              "", "a record must be an object {...}", "Write names and values in braces.");
    }
    if (fault != null) {
      entries.accept(
          new Unreadable(
              lineNumber,
              fault.equals(JsonElement.NOT_UTF8)
                  ? Rule.UNREADABLE_FILE
                  : Rule.MALFORMED_JSON,
              SliceReader.shorten(fault.value()),
              SliceReader.shorten(fault.message()),
              fault.suggestion(),
              element.value() instanceof Map<?, ?> object ? raw(shown(object)) : ""));
    }
  }

  /** Hands on the record that an object is; what makes it none is returned. */
  private @Nullable MalformedValue record(Map<?, ?> object, long lineNumber) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    List<RawJudgement> judgements = new ArrayList<>();
    List<RawFinding> findings = new ArrayList<>();
    String area = "";
    Object grade = null;
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String key = name(entry.getKey());
      Object value = entry.getValue();
      Column column = own.columns().get(key);
      MalformedValue fault = null;
      if (key.equals(JUDGEMENTS)) {
        fault = addJudgements(value, judgements);
      } else if (key.equals(FINDINGS)) {
        fault = addFindings(value, findings);
      } else if (column instanceof Column.TheArea) {
        area = text(value);
      } else if (column instanceof Column.TheGrade) {
        grade = value;
      } else if (column == null) {
        unknown.add(key);
      } else if (!scalar(value)) {
        fault = nested(key);
      } else if (column instanceof Column.OfArea) {
        add(judgements, key, value);
      } else if (column instanceof Column.OfField field
          && fields.put(field.field(), text(value)) != null) {
        fault =
            new MalformedValue(key, "the key '" + key + "' stands twice", "Keep one of the two.");
      }
      if (fault != null) {
        return fault;
      }
    }
    add(judgements, area, grade);
    entries.accept(
        new RawRecord(lineNumber, own, fields, judgements, findings, () -> raw(shown(object))));
    return null;
  }

  private static MalformedValue nested(String key) {
    return new MalformedValue("", "'" + key + "' must be one value", "Write it as a text.");
  }

  private @Nullable MalformedValue addJudgements(
      @Nullable Object value, List<RawJudgement> judgements) {
    if (value instanceof Map<?, ?> object) {
      object.forEach((area, grade) -> add(judgements, String.valueOf(area), grade));
      return null;
    }
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (!(item instanceof Map<?, ?> object)) {
          return new MalformedValue(
              "", "a judgement must be an object", "Write {\"area\": ..., \"grade\": ...}.");
        }
        Map<String, @Nullable Object> judgement = parts(JUDGEMENTS, object, JUDGEMENT_KEYS);
        if (!scalar(judgement.get(AREA))) {
          return nested(AREA);
        }
        add(judgements, text(judgement.get(AREA)), judgement.get(GRADE));
      }
      return null;
    }
    return value == null
        ? null
        : new MalformedValue(
            "", "'judgements' is no object or list", "Write {\"area\": \"grade\"}.");
  }

  private static void add(List<RawJudgement> judgements, String area, @Nullable Object grade) {
    String text = scalar(grade) ? text(grade) : UNSHOWN;
    if (!text.isBlank()) {
      judgements.add(new RawJudgement(name(area), text));
    }
  }

  private @Nullable MalformedValue addFindings(@Nullable Object value, List<RawFinding> findings) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof List<?> list)) {
      return new MalformedValue(
          "", "'findings' is no list", "Write [{\"theme\": ..., \"kind\": ..., \"text\": ...}].");
    }
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> object)) {
        return new MalformedValue(
            "",
            "a finding must be an object",
            "Write {\"theme\": ..., \"kind\": ..., \"text\": ...}.");
      }
      Map<String, @Nullable Object> finding = parts(FINDINGS, object, FINDING_KEYS);
      for (String key : FINDING_KEYS) {
        if (!scalar(finding.get(key))) {
          return nested(key);
        }
      }
      findings.add(
          new RawFinding(
              text(finding.get("theme")), text(finding.get("kind")), text(finding.get("text"))));
    }
    return null;
  }

  /** The values of an object by name; names that mean nothing are noted. */
  private Map<String, @Nullable Object> parts(String list, Map<?, ?> object, Set<String> known) {
    Map<String, @Nullable Object> parts = new HashMap<>();
    object.forEach(
        (key, value) -> {
          String name = name(key);
          parts.put(name, value);
          if (!known.contains(name)) {
            unknown.add(list + "." + name);
          }
        });
    return parts;
  }

  private static String name(@Nullable Object key) {
    return Wording.of(String.valueOf(key));
  }

  private static boolean scalar(@Nullable Object value) {
    return !(value instanceof Map || value instanceof List);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** A record without what nobody asked for, where people's names may stand. */
  private Map<String, @Nullable Object> shown(Map<?, ?> record) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    record.forEach(
        (key, value) -> {
          if (name(key).equals(JUDGEMENTS)) {
            shown.put(text(key), shown(value, JUDGEMENT_KEYS));
          } else if (name(key).equals(FINDINGS)) {
            shown.put(text(key), shown(value, FINDING_KEYS));
          } else {
            boolean known = own.columns().containsKey(name(key)) && scalar(value);
            shown.put(text(key), known ? value : UNSHOWN);
          }
        });
    return shown;
  }

  private @Nullable Object shown(@Nullable Object value, Set<String> known) {
    if (value instanceof Map<?, ?> judgements) {
      return part(judgements, own.columns().keySet());
    }
    return value instanceof List<?> items
        ? items.stream()
            .map(item -> item instanceof Map<?, ?> object ? part(object, known) : UNSHOWN)
            .toList()
        : UNSHOWN;
  }

  private static Map<String, @Nullable Object> part(Map<?, ?> object, Set<String> known) {
    Map<String, @Nullable Object> part = new LinkedHashMap<>();
    object.forEach(
        (key, value) ->
            part.put(text(key), known.contains(name(key)) && scalar(value) ? value : UNSHOWN));
    return part;
  }

  /**
   * Whether a text, which may be no JSON, has nothing in it that nobody asked for: keys that are
   * known, with their values, and nothing else but brackets and the like.
   */
  private boolean hasKnownKeysOnly(String text) {
    return PAIR.matcher(text).results().allMatch(pair -> isKnown(name(pair.group(1))))
        && !SOMETHING.matcher(PAIR.matcher(text).replaceAll("")).find();
  }

  private boolean isKnown(String key) {
    return own.columns().containsKey(key)
        || key.equals(JUDGEMENTS)
        || key.equals(FINDINGS)
        || FINDING_KEYS.contains(key);
  }

  private static String raw(@Nullable Object value) {
    try {
      return value == null ? "" : SliceReader.shorten(WRITER.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      return SliceReader.shorten(value.toString());
    }
  }
}
