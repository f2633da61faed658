package org.gradeline.reading.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reading.json.JsonElement.MalformedValue;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.jspecify.annotations.Nullable;

/** Builds a record from the keys and values of an object. Not thread safe. */
final class RecordBuilder {
  private static final String WRITE_JUDGEMENT = "Write {\"area\": ..., \"grade\": ...}.";
  private static final String WRITE_FINDING =
      "Write {\"theme\": ..., \"kind\": ..., \"text\": ...}.";

  private final Layout own;
  private final UnknownNames unknown;
  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private final List<RawJudgement> judgements = new ArrayList<>();
  private final List<RawFinding> findings = new ArrayList<>();

  /** Of a long record, which has one judgement. */
  private String area = "";

  private @Nullable Object grade;

  /**
   * @param own the layout whose columns are the keys of a record
   * @param unknown takes the keys that are neither field nor area
   */
  RecordBuilder(Layout own, UnknownNames unknown) {
    this.own = own;
    this.unknown = unknown;
  }

  /** Adds all that an object has; returns why it is not a record, or null. */
  @Nullable MalformedValue add(Map<?, ?> object) {
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      MalformedValue malformed = add(RecordKeys.normal(entry.getKey()), entry.getValue());
      if (malformed != null) {
        return malformed;
      }
    }
    return null;
  }

  private @Nullable MalformedValue add(String key, @Nullable Object value) {
    Column column = own.columns().get(key);
    if (key.equals(RecordKeys.JUDGEMENTS)) {
      return addJudgements(value);
    }
    if (key.equals(RecordKeys.FINDINGS)) {
      return addFindings(value);
    }
    if (column instanceof Column.TheArea) {
      area = RecordKeys.text(value);
    } else if (column instanceof Column.TheGrade) {
      grade = value;
    } else if (column == null) {
      unknown.add(RecordKeys.named(key));
    } else if (!RecordKeys.isScalar(value)) {
      return nested(key);
    } else if (column instanceof Column.OfArea) {
      addJudgement(key, value);
    } else if (column instanceof Column.OfField field
        && fields.put(field.field(), RecordKeys.text(value)) != null) {
      return MalformedValue.repeatedKey(key, own);
    }
    return null;
  }

  /**
   * The record.
   *
   * @param lineNumber its first line, from 1
   * @param raw its text for the list of rejections
   */
  RawRecord build(long lineNumber, Supplier<String> raw) {
    addJudgement(area, grade);
    return new RawRecord(lineNumber, own, fields, judgements, findings, raw);
  }

  private static MalformedValue nested(String key) {
    return new MalformedValue("", "'" + key + "' must be one value", "Write it as text.");
  }

  private @Nullable MalformedValue addJudgements(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      object.forEach(this::addKeyedJudgement);
      return null;
    }
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (!(item instanceof Map<?, ?> object)) {
          return new MalformedValue("", "a judgement must be an object", WRITE_JUDGEMENT);
        }
        Map<String, @Nullable Object> parts =
            parts(RecordKeys.JUDGEMENTS, object, RecordKeys.OF_JUDGEMENT);
        if (!RecordKeys.isScalar(parts.get(RecordKeys.AREA))) {
          return nested(RecordKeys.AREA);
        }
        addJudgement(RecordKeys.text(parts.get(RecordKeys.AREA)), parts.get(RecordKeys.GRADE));
      }
      return null;
    }
    return value == null
        ? null
        : new MalformedValue(
            "", "'judgements' must be an object or a list", "Write {\"area\": \"grade\"}.");
  }

  /** Adds a judgement whose area is a key: one that nobody knows may hold anything. */
  private void addKeyedJudgement(@Nullable Object key, @Nullable Object printed) {
    String normal = RecordKeys.normal(key);
    addJudgement(normal, printed, !(own.columns().get(normal) instanceof Column.OfArea));
  }

  private void addJudgement(String judged, @Nullable Object printed) {
    addJudgement(RecordKeys.normal(judged), printed, false);
  }

  private void addJudgement(String normal, @Nullable Object printed, boolean fromUnknownKey) {
    String text = RecordKeys.isScalar(printed) ? RecordKeys.text(printed) : ShownText.HIDDEN;
    if (!text.isBlank()) {
      judgements.add(new RawJudgement(normal, text, fromUnknownKey));
    }
  }

  private @Nullable MalformedValue addFindings(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof List<?> list)) {
      return new MalformedValue(
          "",
          "'findings' must be a list",
          "Write [{\"theme\": ..., \"kind\": ..., \"text\": ...}].");
    }
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> object)) {
        return new MalformedValue("", "a finding must be an object", WRITE_FINDING);
      }
      Map<String, @Nullable Object> parts =
          parts(RecordKeys.FINDINGS, object, RecordKeys.OF_FINDING);
      for (String key : RecordKeys.OF_FINDING) {
        if (!RecordKeys.isScalar(parts.get(key))) {
          return nested(key);
        }
      }
      findings.add(
          new RawFinding(
              RecordKeys.text(parts.get(RecordKeys.THEME)),
              RecordKeys.text(parts.get(RecordKeys.KIND)),
              RecordKeys.text(parts.get(RecordKeys.TEXT))));
    }
    return null;
  }

  /** The values of an object by key; keys that mean nothing are noted. */
  private Map<String, @Nullable Object> parts(String list, Map<?, ?> object, List<String> known) {
    Map<String, @Nullable Object> parts = new HashMap<>();
    object.forEach(
        (key, value) -> {
          String normal = RecordKeys.normal(key);
          parts.put(normal, value);
          if (!known.contains(normal)) {
            unknown.add(list + "." + RecordKeys.named(normal));
          }
        });
    return parts;
  }
}
