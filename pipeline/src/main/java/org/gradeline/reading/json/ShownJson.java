package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gradeline.reading.ShownText;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/** What the list of rejections shows of JSON: nothing that nobody asked for. Immutable. */
final class ShownJson {
  private static final ObjectMapper WRITER = new ObjectMapper();

  /** A key and its value, as far as they can be found in a text that is not JSON. */
  private static final Pattern PAIR =
      Pattern.compile(
          "\"([^\"\\\\]*)\"\\s*:\\s*(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[-+.\\w]*)", Pattern.DOTALL);

  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

  private final Layout own;

  /**
   * @param own the layout whose columns are the keys of a record
   */
  ShownJson(Layout own) {
    this.own = own;
  }

  /**
   * What is shown of a text, which may not be JSON: all of it if it has only keys that are known,
   * with their values, and brackets and the like; nothing otherwise.
   */
  String ofText(String text) {
    boolean knownKeysOnly =
        PAIR.matcher(text)
                .results()
                .allMatch(pair -> RecordKeys.isKnown(RecordKeys.normal(pair.group(1)), own))
            && !LETTER_OR_DIGIT.matcher(PAIR.matcher(text).replaceAll("")).find();
    return knownKeysOnly ? ShownText.of(text.strip()) : "";
  }

  /** What is shown of a record: its fields, areas and findings. */
  String ofRecord(Map<?, ?> record) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    record.forEach((key, value) -> shown.put(RecordKeys.text(key), ofValue(key, value)));
    try {
      return ShownText.of(WRITER.writeValueAsString(shown));
    } catch (JsonProcessingException e) {
      return ShownText.of(shown.toString());
    }
  }

  private @Nullable Object ofValue(@Nullable Object key, @Nullable Object value) {
    String normal = RecordKeys.normal(key);
    if (normal.equals(RecordKeys.JUDGEMENTS)) {
      return ofList(value, RecordKeys.OF_JUDGEMENT);
    }
    if (normal.equals(RecordKeys.FINDINGS)) {
      return ofList(value, RecordKeys.OF_FINDING);
    }
    return own.columns().containsKey(normal) && RecordKeys.isScalar(value)
        ? value
        : ShownText.HIDDEN;
  }

  private Object ofList(@Nullable Object value, Collection<String> known) {
    if (value instanceof Map<?, ?> judgements) {
      return ofItem(judgements, own.columns().keySet());
    }
    return value instanceof List<?> items
        ? items.stream()
            .map(
                item -> item instanceof Map<?, ?> object ? ofItem(object, known) : ShownText.HIDDEN)
            .toList()
        : ShownText.HIDDEN;
  }

  private static Map<String, @Nullable Object> ofItem(Map<?, ?> object, Collection<String> known) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    object.forEach(
        (key, value) ->
            shown.put(
                RecordKeys.text(key),
                known.contains(RecordKeys.normal(key)) && RecordKeys.isScalar(value)
                    ? value
                    : ShownText.HIDDEN));
    return shown;
  }
}
