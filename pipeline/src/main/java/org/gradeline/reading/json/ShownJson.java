package org.gradeline.reading.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.json.JsonElement.NoNumber;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/** What the list of rejections shows of a record: what is at its known keys. Immutable. */
final class ShownJson {
  private static final ObjectMapper WRITER = new ObjectMapper();

  private final Layout own;

  /**
   * @param own the layout whose columns are the keys of a record
   */
  ShownJson(Layout own) {
    this.own = own;
  }

  /** What is shown of a record: its fields, areas and findings. */
  String ofRecord(Map<?, ?> record) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    record.forEach((key, value) -> shown.put(ofKey(key), ofValue(key, value)));
    try {
      return ShownText.of(WRITER.writeValueAsString(shown));
    } catch (JsonProcessingException e) {
      return ShownText.of(shown.toString());
    }
  }

  private String ofKey(@Nullable Object key) {
    return RecordKeys.isKnown(RecordKeys.normal(key), own)
        ? RecordKeys.text(key)
        : ShownText.HIDDEN;
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
        ? scalar(value)
        : ShownText.HIDDEN;
  }

  private static @Nullable Object scalar(@Nullable Object value) {
    return value instanceof NoNumber number ? number.text() : value;
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
        (key, value) -> {
          boolean isKnown = known.contains(RecordKeys.normal(key));
          shown.put(
              isKnown ? RecordKeys.text(key) : ShownText.HIDDEN,
              isKnown && RecordKeys.isScalar(value) ? scalar(value) : ShownText.HIDDEN);
        });
    return shown;
  }
}
