package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/** Whatever bytes a JSON file has, what can be told apart in it is a record or a rejection. */
class JsonFuzzTest {
  private static final String GOOD = "{\"la_code\": \"340\"}";
  private static final String NAME = "AdaPerson";
  private static final Layout OWN = Reading.LAYOUTS.own();
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  /** Another reader, which is as strict. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @FuzzTest
  @DictionaryEntries({
    "{\"",
    "\":",
    "\",\"",
    "\"}",
    "[{",
    "}]",
    "},{",
    "null",
    "true",
    "\\u0000",
    "\\ud800",
    "\\udc00",
    "\"la_code\":",
    "\"LA_CODE\":",
    "\"lscb\":",
    "\"judgements\":",
    "\"findings\":",
    "\"area\":",
    "\"grade\":",
    "\"theme\":",
    "\"kind\":"
  })
  void anyBytesAreRecordsAndRejections(byte[] bytes) {
    lineByLine(bytes);
    asADocument(bytes);
    String text = new String(bytes, UTF_8);
    if (!text.contains(NAME)) {
      besideAName(text);
    }
  }

  private static void lineByLine(byte[] bytes) {
    byte[] file = join(GOOD + "\n", bytes, "\n" + GOOD + "\n");

    Reading reading = Reading.of("records.jsonl", file);

    areFitToBeUsed(reading);
    List<Long> expected = new ArrayList<>();
    String[] lines = LINE_BREAK.split(new String(file, ISO_8859_1), -1);
    for (int i = 0; i < lines.length; i++) {
      String line = utf8(lines[i]);
      if (line == null || !(line.isBlank() || isEmptyObject(tree(line)))) {
        RawEntry entry = reading.entries().get(expected.size());
        expected.add(i + 1L);
        isWhatAnotherReaderFinds(line, entry);
      }
    }
    assertThat(reading.lines()).isEqualTo(expected);
    assertThat(reading.entries().get(0)).isInstanceOf(RawRecord.class);
    assertThat(reading.entries().get(expected.size() - 1)).isInstanceOf(RawRecord.class);
    assertThat(Reading.inSlices("records.jsonl", file, 1 + file.length / 10).inWords())
        .isEqualTo(reading.inWords());
  }

  /** Only an object is a record; and one of plain texts is always one. */
  private static void isWhatAnotherReaderFinds(@Nullable String line, RawEntry entry) {
    JsonNode tree = line == null ? null : tree(line);
    if (tree == null || !tree.isObject()) {
      assertThat(entry).isInstanceOf(Unreadable.class);
      return;
    }
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> part : tree.properties()) {
      JsonNode value = part.getValue();
      String name = Wording.of(part.getKey());
      boolean plain = value.isTextual() && canBeWritten(part.getKey() + value.asText());
      if (!plain || texts.put(name, value.asText()) != null || isList(name)) {
        return;
      }
    }
    assertThat(entry)
        .isInstanceOfSatisfying(
            RawRecord.class,
            record ->
                assertThat(Arrays.stream(Field.values()).map(record::get))
                    .isEqualTo(
                        Arrays.stream(Field.values())
                            .map(field -> texts.getOrDefault(field.key(), ""))
                            .toList()));
  }

  private static void asADocument(byte[] bytes) {
    byte[] file = join(GOOD + "\n", bytes, "");

    Reading reading = Reading.of("records.json", file);

    areFitToBeUsed(reading);
    long lines = LINE_BREAK.split(new String(file, ISO_8859_1), -1).length;
    assertThat(reading.lines()).isSorted().allMatch(line -> line >= 1 && line <= lines);
    List<String> records = records(reading);
    assertThat(records).startsWith(records(Reading.ofJson(GOOD)).get(0));
    byte[] part = Arrays.copyOf(file, file.length - bytes.length / 2);
    List<String> ofThePart = records(Reading.of("records.json", part));
    assertThat(records).startsWith(ofThePart.toArray(new String[0]));
    String value = utf8(new String(bytes, ISO_8859_1));
    if (value != null && tree(value) != null && !isEmptyObject(tree(value))) {
      Reading among = Reading.ofJson("[" + GOOD + ",\n" + value + ",\n" + GOOD + "]");
      assertThat(among.lines()).hasSize(3);
      assertThat(among.records().get(0).lineNumber()).isEqualTo(1);
      assertThat(among.records().get(among.records().size() - 1).lineNumber())
          .isEqualTo(LINE_BREAK.split(value, -1).length + 2L);
    }
  }

  private static List<String> records(Reading reading) {
    return new Reading(List.copyOf(reading.records()), reading.unknown()).inWords();
  }

  /** What stands at a key that nobody asked for is never shown, be the record sound or broken. */
  private static void besideAName(String text) {
    String line = LINE_BREAK.matcher(text).replaceAll(" ");
    List<String> files = new ArrayList<>();
    files.add("{\"inspector\": \"" + NAME + "\", \"theme\": " + line);
    files.add("{\"theme\": \"Front door\", \"inspector\": \"" + NAME + " " + line);
    files.add("{\"inspector\": " + NAME + line + "}");
    if (!isKnown(text) && canBeWritten(text)) {
      String key = STRICT.getNodeFactory().textNode(text).toString();
      files.add("{\"la_code\": \"340\", " + key + ": \"" + NAME + "\"}");
      files.add("{\"la_code\": \"340\", " + key + ": \"" + NAME + "\"");
    }
    for (String file : files) {
      Reading lines = Reading.ofJsonLines(file);
      Reading document = Reading.ofJson(file);
      assertThat(lines.entries()).hasSize(1);
      assertThat(lines.raws().toString() + lines.unreadable()).doesNotContain(NAME);
      assertThat(document.raws().toString() + document.unreadable()).doesNotContain(NAME);
    }
  }

  private static boolean isKnown(String key) {
    String name = Wording.of(key);
    return OWN.columns().containsKey(name) || isList(name);
  }

  private static boolean isList(String name) {
    return name.equals("judgements") || name.equals("findings");
  }

  private static void areFitToBeUsed(Reading reading) {
    assertThat(reading.raws()).allSatisfy(Reading::isFitToBeShown);
    assertThat(reading.unreadable().stream().map(Unreadable::value))
        .allSatisfy(Reading::isFitToBeShown);
    assertThat(reading.unreadable().stream().map(Unreadable::message))
        .allSatisfy(Reading::isFitToBeShown);
    assertThat(reading.records())
        .allSatisfy(
            record ->
                assertThat(
                        canBeWritten(
                            record.fields() + "" + record.judgements() + record.findings()))
                    .as("can be written")
                    .isTrue());
  }

  private static boolean canBeWritten(String text) {
    return UTF_8.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
  }

  /** An object without keys is not a record, as a blank row is not. */
  private static boolean isEmptyObject(@Nullable JsonNode value) {
    return value != null && value.isObject() && value.isEmpty();
  }

  /** A text's value, or null when the text is not one value without doubt. */
  private static @Nullable JsonNode tree(String text) {
    try {
      return text.isBlank() || text.indexOf('\0') >= 0 ? null : STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static @Nullable String utf8(String bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static byte[] join(String before, byte[] bytes, String after) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(before.getBytes(UTF_8));
    joined.writeBytes(bytes);
    joined.writeBytes(after.getBytes(UTF_8));
    return joined.toByteArray();
  }
}
