package org.gradeline.normalising;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import org.jspecify.annotations.Nullable;

/** A record to try the rules on: a real one, or one that differs from it in one place. */
record Example(
    Layout layout,
    Map<Field, String> fields,
    List<RawJudgement> judgements,
    List<RawFinding> findings) {
  static final Path DATA = Path.of("..", "data");
  static final Reference REFERENCE = load();
  static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

  private static final Layout OWN = REFERENCE.layouts().get(0);
  private static final int SOURCE = 3;
  private static final long LINE = 42;
  private static final String RAW = "the record as it stands in its file";

  private static Reference load() {
    try {
      return ReferenceLoader.load(DATA);
    } catch (ReferenceException e) {
      throw new IllegalStateException("the project's own reference data is wrong", e);
    }
  }

  static Example blank() {
    return new Example(OWN, Map.of(), List.of(), List.of());
  }

  /** Knowsley's inspection of 2014, which found it inadequate, and its safeguarding board too. */
  static Example knowsley() {
    return blank()
        .with(Field.LA_CODE, "340")
        .with(Field.COUNCIL, "Knowsley")
        .with(Field.FRAMEWORK, "sif")
        .with(Field.INSPECTION_TYPE, "single")
        .with(Field.START_DATE, "2014-04-29")
        .with(Field.END_DATE, "2014-05-21")
        .with(Field.PUBLISHED_DATE, "2014-06-30")
        .judged("overall_effectiveness", "Inadequate")
        .judged("lscb", "Inadequate");
  }

  /** Devon's of 2024, whose report took 225 days from its start. */
  static Example devon() {
    return blank()
        .with(Field.LA_CODE, "878")
        .with(Field.FRAMEWORK, "ilacs")
        .with(Field.INSPECTION_TYPE, "standard")
        .with(Field.START_DATE, "2024-09-30")
        .with(Field.END_DATE, "2024-10-11")
        .with(Field.PUBLISHED_DATE, "2025-05-13")
        .judged("overall_effectiveness", "Inadequate")
        .judged("impact_of_leaders", "Requires improvement to be good");
  }

  /** Devon's of 2020 in a file of which the day of each record tells the framework. */
  static Example history() {
    Layout layout =
        REFERENCE.layouts().stream()
            .filter(one -> one.key().equals("d2i_history"))
            .findFirst()
            .orElseThrow();
    return new Example(layout, Map.of(), List.of(), List.of())
        .with(Field.COUNCIL, "devon")
        .with(Field.START_DATE, "2020-01-20")
        .with(Field.PUBLISHED_DATE, "2020-03-17")
        .judged("overall_effectiveness", "inadequate")
        .judged("impact_of_leaders", "inadequate")
        .judged("in_care", "inadequate");
  }

  /** A monitoring visit to Devon. */
  static Example visit() {
    return blank()
        .with(Field.LA_CODE, "878")
        .with(Field.FRAMEWORK, "ilacs")
        .with(Field.INSPECTION_TYPE, "monitoring visit")
        .with(Field.START_DATE, "2022-02-02")
        .with(Field.THEME, "Front door");
  }

  Example with(Field field, String text) {
    Map<Field, String> changed = new EnumMap<>(Field.class);
    changed.putAll(fields);
    changed.put(field, text);
    return new Example(layout, changed, judgements, findings);
  }

  Example without(Field field) {
    return with(field, "");
  }

  Example withoutJudgements() {
    return new Example(layout, fields, List.of(), findings);
  }

  Example judged(String area, String grade) {
    List<RawJudgement> more = new ArrayList<>(judgements);
    more.add(new RawJudgement(area, grade));
    return new Example(layout, fields, more, findings);
  }

  Example found(String theme, String kind, String text) {
    List<RawFinding> more = new ArrayList<>(findings);
    more.add(new RawFinding(theme, kind, text));
    return new Example(layout, fields, judgements, more);
  }

  /** The same in a file that says by a text that its maker could not read something. */
  Example unreadable(String text) {
    Layout other =
        new Layout(
            layout.key(),
            layout.preambleRows(),
            layout.columns(),
            layout.required(),
            layout.dates(),
            layout.constants(),
            Map.of(text, Layout.Sentinel.UNREADABLE),
            layout.visitTypes(),
            layout.areaNames());
    return new Example(other, fields, judgements, findings);
  }

  RawRecord raw() {
    return new RawRecord(LINE, layout, fields, judgements, findings, () -> RAW);
  }

  Normaliser.Result result() {
    return new Normaliser(REFERENCE, TODAY).normalise(SOURCE, raw());
  }

  List<QualityIssue> issues() {
    return result().issues();
  }

  /** The record of its only council; null when it was rejected. */
  @Nullable CouncilRecord record() {
    List<CouncilRecord> records = result().records();
    return records.size() == 1 ? records.get(0) : null;
  }

  Inspection inspection() {
    if (record() instanceof Inspection inspection) {
      return inspection;
    }
    throw new AssertionError("no inspection: " + result());
  }

  Visit accepted() {
    if (record() instanceof Visit visit) {
      return visit;
    }
    throw new AssertionError("no visit: " + result());
  }

  static Rejection rejection(
      IssueType type, String field, String value, String message, String suggestion) {
    return new Rejection(SOURCE, LINE, type, field, value, message, suggestion, RAW);
  }

  static Repair repair(IssueType type, String field, String value, String repaired) {
    return new Repair(SOURCE, LINE, type, field, value, repaired);
  }

  static Warning warning(IssueType type, String field, String value, String message) {
    return new Warning(SOURCE, LINE, type, field, value, message);
  }
}
