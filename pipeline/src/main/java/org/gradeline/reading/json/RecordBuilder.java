package org.gradeline.reading.json;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.Remark;
import org.gradeline.reading.ShownText;
import org.gradeline.reading.UnknownNames;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.json.JsonElement.MalformedValue;
import org.gradeline.reading.json.JsonElement.NoNumber;
import org.gradeline.reference.ColumnName;
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
  private final KeySlips slips;
  private final long lineNumber;
  private final Set<String> present = new HashSet<>();
  private final Map<String, String> meant = new LinkedHashMap<>();
  private final List<Remark> remarks = new ArrayList<>(0);
  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private final List<RawJudgement> judgements = new ArrayList<>();
  private final List<RawFinding> findings = new ArrayList<>();

  /** Of a long record, which has one judgement. */
  private String area = "";

  private @Nullable Object grade;

  /**
   * @param own the layout whose columns are the keys of a record
   * @param unknown takes the keys that are neither field nor area
   * @param slips the keys that unknown keys nearly equal
   * @param lineNumber the record's first line, from 1
   */
  RecordBuilder(Layout own, UnknownNames unknown, KeySlips slips, long lineNumber) {
    this.own = own;
    this.unknown = unknown;
    this.slips = slips;
    this.lineNumber = lineNumber;
  }

  /** Adds all that an object has; returns why it is not a record, or null. */
  @Nullable MalformedValue add(Map<?, ?> object) {
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      String key = normal(entry.getKey());
      MalformedValue malformed = add(key, entry.getValue());
      if (malformed != null) {
        return malformed;
      }
    }
    return slip();
  }

  /** A key in normal form. If it is known only by that, it was repaired. */
  private String normal(@Nullable Object key) {
    String written = String.valueOf(key);
    String normal = RecordKeys.normal(key);
    if (RecordKeys.isKnown(normal, own) && ColumnName.isRepaired(written)) {
      remarks.add(
          new Remark(lineNumber, Remark.Rule.COLUMN_NAME, normal, ShownText.of(written), normal));
    }
    return normal;
  }

  /** Why a value would be lost: its key is nearly one that the record does not have. */
  private @Nullable MalformedValue slip() {
    for (Map.Entry<String, String> slip : meant.entrySet()) {
      if (!present.contains(slip.getValue())) {
        return new MalformedValue(
            Rule.UNKNOWN_COLUMN,
            slip.getKey(),
            "the key '"
                + slip.getKey()
                + "' is not known (did you mean '"
                + slip.getValue()
                + "'?)",
            "Rename it '" + slip.getValue() + "'. If it is something else, give it another name.");
      }
    }
    return null;
  }

  private @Nullable MalformedValue add(String key, @Nullable Object value) {
    Column column = own.columns().get(key);
    present.add(key);
    if (key.equals(RecordKeys.JUDGEMENTS)) {
      return addJudgements(value);
    }
    if (key.equals(RecordKeys.FINDINGS)) {
      return addFindings(value);
    }
    if (column instanceof Column.TheArea) {
      area = text(key, value);
    } else if (column instanceof Column.TheGrade) {
      grade = value;
    } else if (column == null) {
      noteUnknown(key, value);
    } else if (!RecordKeys.isScalar(value)) {
      return nested(key);
    } else if (column instanceof Column.OfArea) {
      addJudgement(key, value);
    } else if (column instanceof Column.OfField field) {
      String text = text(key, value);
      if (!own.isMissing(text) && fields.put(field.field(), text) != null) {
        return MalformedValue.repeatedKey(key, own);
      }
    }
    return null;
  }

  private void noteUnknown(String key, @Nullable Object value) {
    unknown.add(RecordKeys.named(key));
    String slip = slips.meant(key);
    if (slip != null && !RecordKeys.text(value).isBlank()) {
      meant.put(key, slip);
    }
  }

  /** A value as text; a number that JSON does not have is blank, which is told. */
  private String text(String key, @Nullable Object value) {
    if (value instanceof NoNumber number) {
      remarks.add(
          new Remark(
              lineNumber,
              Remark.Rule.UNREADABLE_VALUE,
              key,
              number.text(),
              "JSON has no value " + number.text() + ", so it counts as blank. Write null."));
      return "";
    }
    return RecordKeys.text(value);
  }

  /**
   * The record.
   *
   * @param raw its text for the list of rejections
   */
  RawRecord build(Supplier<String> raw) {
    addJudgement(area, grade);
    return new RawRecord(lineNumber, own, fields, judgements, findings, raw, remarks);
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
        addJudgement(
            text(RecordKeys.AREA, parts.get(RecordKeys.AREA)), parts.get(RecordKeys.GRADE));
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
    String normal = normal(key);
    addJudgement(normal, printed, !(own.columns().get(normal) instanceof Column.OfArea));
  }

  private void addJudgement(String judged, @Nullable Object printed) {
    addJudgement(normal(judged), printed, false);
  }

  private void addJudgement(String normal, @Nullable Object printed, boolean fromUnknownKey) {
    String field = fromUnknownKey ? RecordKeys.JUDGEMENTS : normal;
    String text = RecordKeys.isScalar(printed) ? text(field, printed) : ShownText.HIDDEN;
    if (!own.isMissing(text)) {
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
              text(RecordKeys.THEME, parts.get(RecordKeys.THEME)),
              text(RecordKeys.KIND, parts.get(RecordKeys.KIND)),
              text(RecordKeys.TEXT, parts.get(RecordKeys.TEXT))));
    }
    return null;
  }

  /** The values of an object by key; keys that mean nothing are noted. */
  private Map<String, @Nullable Object> parts(String list, Map<?, ?> object, List<String> known) {
    Map<String, @Nullable Object> parts = new HashMap<>();
    object.forEach(
        (key, value) -> {
          String normal = normal(key);
          parts.put(normal, value);
          if (!known.contains(normal)) {
            unknown.add(list + "." + RecordKeys.named(normal));
          }
        });
    return parts;
  }
}
