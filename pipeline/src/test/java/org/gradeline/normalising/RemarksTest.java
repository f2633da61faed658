package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.knowsley;
import static org.gradeline.normalising.Example.warning;

import java.util.Arrays;
import java.util.List;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.Remark;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;

/** What a reader repaired or doubts is in the same tables as what the rules did. */
class RemarksTest {
  private static final Remark REPAIRED_NAME =
      new Remark(1, Remark.Rule.COLUMN_NAME, "la_code", "la_code [note 2]", "la_code");
  private static final Remark DOUBT =
      new Remark(42, Remark.Rule.UNREADABLE_VALUE, "end_date", "NaN", "it counts as blank");

  private static Normaliser.Result normalise(RawRecord record) {
    return new Normaliser(Example.REFERENCE, Example.TODAY).normalise(3, record);
  }

  private static RawRecord remarked(RawRecord raw) {
    return new RawRecord(
        raw.lineNumber(),
        raw.layout(),
        raw.fields(),
        raw.judgements(),
        raw.findings(),
        raw.raw(),
        List.of(DOUBT));
  }

  @Test
  void aRemarkOnATableIsARowAndNoRecord() {
    Normaliser.Result result =
        new Normaliser(Example.REFERENCE, Example.TODAY).normalise(3, REPAIRED_NAME);

    assertThat(result.records()).isEmpty();
    assertThat(result.judgementsRead()).isZero();
    assertThat(result.issues())
        .containsExactly(
            new Repair(3, 1, IssueType.COLUMN_NAME, "la_code", "la_code [note 2]", "la_code"));
  }

  @Test
  void aRemarkOnARecordIsARowBesideThoseOfTheRules() {
    RawRecord record = remarked(knowsley().with(Field.REPORT, "ｒ").raw());

    assertThat(normalise(record).issues())
        .contains(
            warning(IssueType.UNREADABLE_VALUE, "end_date", "NaN", "it counts as blank"),
            new Repair(3, 42, IssueType.WIDE_CHARACTERS, "report", "ｒ", "r"));
  }

  @Test
  void aRemarkOnARejectedRecordIsNotTold() {
    RawRecord record = remarked(knowsley().without(Field.PUBLISHED_DATE).raw());

    assertThat(normalise(record).issues())
        .singleElement()
        .extracting(QualityIssue::type)
        .isEqualTo(IssueType.MISSING_DATE);
  }

  @Test
  void everyRemarkIsOfATypeOfIssue() {
    assertThat(Arrays.stream(IssueType.values()).map(Enum::name))
        .containsAll(Arrays.stream(Remark.Rule.values()).map(Enum::name).toList());
  }
}
