package org.gradeline.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;

/**
 * A record as it is in its file, nothing interpreted.
 *
 * @param lineNumber its first line, from 1
 * @param layout the layout of its file
 * @param fields text of each field that is there
 * @param judgements areas with their printed grades; blank grades are left out
 * @param findings what the inspectors found
 * @param raw the record's own text, shortened, for the list of rejections, without what is neither
 *     field nor area: people's names may be there
 * @param remarks what the reader repaired or doubts of it
 */
public record RawRecord(
    long lineNumber,
    Layout layout,
    Map<Field, String> fields,
    List<RawJudgement> judgements,
    List<RawFinding> findings,
    Supplier<String> raw,
    List<Remark> remarks)
    implements RawEntry {

  /** A record of which the reader repaired and doubts nothing. */
  public RawRecord(
      long lineNumber,
      Layout layout,
      Map<Field, String> fields,
      List<RawJudgement> judgements,
      List<RawFinding> findings,
      Supplier<String> raw) {
    this(lineNumber, layout, fields, judgements, findings, raw, List.of());
  }

  /**
   * A printed grade.
   *
   * @param area the area's key, trimmed
   * @param grade the grade as printed
   * @param fromUnknownKey whether the area is a key that no framework knows. It may hold anything,
   *     so messages must not quote it
   */
  public record RawJudgement(String area, String grade, boolean fromUnknownKey) {
    /** A judgement whose area may be quoted. */
    public RawJudgement(String area, String grade) {
      this(area, grade, false);
    }
  }

  /**
   * A finding as written.
   *
   * @param theme what it is about
   * @param kind strength, weakness or improvement
   * @param text what was found
   */
  public record RawFinding(String theme, String kind, String text) {}

  /** Text of a field; empty when absent. */
  public String get(Field field) {
    return fields.getOrDefault(field, "");
  }
}
