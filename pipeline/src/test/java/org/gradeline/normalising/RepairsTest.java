package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.normalising.Example.knowsley;
import static org.gradeline.normalising.Example.repair;
import static org.gradeline.normalising.Example.visit;

import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters that only look like others are repaired, and every repair is reported. */
class RepairsTest {

  @ParameterizedTest
  @CsvSource({
    "LA_CODE,        ３４０,                 340",
    "COUNCIL,        Ｋｎｏｗｓｌｅｙ,         Knowsley",
    "COUNCIL,        Knowsley\u00A0,        Knowsley",
    "FRAMEWORK,      ｓｉｆ,                 sif",
    "PUBLISHED_DATE, ２０１４－０６－３０,      2014-06-30",
    "START_DATE,     2014-04-29\u3000,      2014-04-29",
  })
  void wideCharactersAreMadePlain(Field field, String text, String repaired) {
    Example record = knowsley().with(field, text);

    assertThat(record.record()).isEqualTo(knowsley().record());
    assertThat(record.issues())
        .containsExactly(repair(IssueType.WIDE_CHARACTERS, field.key(), text, repaired));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNCIL,        \uFEFFKnowsley,        Knowsley",
    "COUNCIL,        Know\u200Bsley,        Knowsley",
    "COUNCIL,        Know\u00ADsley\u200F, Knowsley",
    "COUNCIL,        Knowsley_x000D_,       Knowsley",
    "PUBLISHED_DATE, \u200E2014-06-30,     2014-06-30",
    "LA_CODE,        3\u000740,            340",
    "GSS_CODE,       E080\u2060000\u206011, E08000011",
  })
  void invisibleCharactersAreTakenAway(Field field, String text, String repaired) {
    Example record = knowsley().with(field, text);

    assertThat(record.record()).isEqualTo(knowsley().record());
    assertThat(record.issues())
        .containsExactly(repair(IssueType.INVISIBLE_CHARACTERS, field.key(), text, repaired));
  }

  @ParameterizedTest
  @CsvSource({
    "START_DATE,     2014-04-29T00:00:00,           2014-04-29, TIME_OF_DAY",
    "START_DATE,     2014-04-29 00:00:00,           2014-04-29, TIME_OF_DAY",
    "START_DATE,     2014-04-29 00:00,              2014-04-29, TIME_OF_DAY",
    "PUBLISHED_DATE, 2014-06-30T00:00:00Z,          2014-06-30, TIME_OF_DAY",
    "PUBLISHED_DATE, 2014-06-30T00:00:00.000Z,      2014-06-30, TIME_OF_DAY",
    "PUBLISHED_DATE, 2014-06-30T00:00:00+01:00,     2014-06-30, TIME_OF_DAY",
    "LA_CODE,        340.0,                         340,        WHOLE_NUMBER",
    "LA_CODE,        340.00,                        340,        WHOLE_NUMBER",
    "URN,            80479.0,                       80479,      WHOLE_NUMBER",
  })
  void whatAProgramAddsToANumberOrADayIsLeftOut(
      Field field, String text, String repaired, IssueType type) {
    Example record = knowsley().with(field, text);

    assertThat(record.record()).isEqualTo(knowsley().with(field, repaired).record());
    assertThat(record.issues()).contains(repair(type, field.key(), text, repaired));
  }

  @Test
  void anAccentThatIsACharacterOfItsOwnBecomesPartOfItsLetter() {
    Example record = visit().with(Field.THEME, "Cafe\u0301s");

    assertThat(record.accepted().theme()).isEqualTo("Caf\u00E9s");
    assertThat(record.issues())
        .containsExactly(repair(IssueType.SPLIT_LETTERS, "theme", "Cafe\u0301s", "Caf\u00E9s"));
  }

  @ParameterizedTest
  @CsvSource({
    "Requires\u00A0improvement, requires improvement, 3",
    "ＧＯＯＤ,                    GOOD,                 2",
    "Good\u202F,                Good,                 2",
    "Not\u2007judged,            not judged,           0",
  })
  void gradesAreMadePlainToo(String printed, String repaired, int rank) {
    Example record = knowsley().withoutJudgements().judged("adoption", printed);

    assertThat(record.inspection().judgements().get(0).rank()).isEqualTo(rank);
    assertThat(record.inspection().judgements().get(0).wording()).isEqualToIgnoringCase(repaired);
    assertThat(record.issues())
        .singleElement()
        .isInstanceOfSatisfying(
            QualityIssue.Repair.class,
            issue -> {
              assertThat(issue.type()).isEqualTo(IssueType.WIDE_CHARACTERS);
              assertThat(issue.field()).isEqualTo("adoption");
              assertThat(issue.value()).isEqualTo(printed);
              assertThat(issue.repaired()).isEqualToIgnoringCase(repaired);
            });
  }

  @Test
  void curlyQuotesAreMadeStraight() {
    Example record = visit().with(Field.THEME, "‘Front door’ and “children’s homes”");

    assertThat(record.accepted().theme()).isEqualTo("'Front door' and \"children's homes\"");
    assertThat(record.issues())
        .containsExactly(
            repair(
                IssueType.CURLY_QUOTES,
                "theme",
                "‘Front door’ and “children’s homes”",
                "'Front door' and \"children's homes\""));
  }

  @Test
  void aValueMayTakeSeveralRepairsEachReportedOnItsOwn() {
    Example record = visit().with(Field.THEME, "children’s\u00A0homes");

    assertThat(record.accepted().theme()).isEqualTo("children's homes");
    assertThat(record.issues())
        .containsExactly(
            repair(IssueType.WIDE_CHARACTERS, "theme", "children’s\u00A0homes", "children’s homes"),
            repair(IssueType.CURLY_QUOTES, "theme", "children’s homes", "children's homes"));

    Example graded =
        knowsley().withoutJudgements().judged("adoption", "to requires\u00A0improvement");
    assertThat(graded.issues())
        .containsExactly(
            repair(
                IssueType.WIDE_CHARACTERS,
                "adoption",
                "to requires\u00A0improvement",
                "to requires improvement"),
            repair(
                IssueType.LEADING_TO,
                "adoption",
                "to requires improvement",
                "requires improvement"));
  }

  @ParameterizedTest
  @CsvSource({"Café, Café", "Kraków – visit, Kraków – visit", "日本, 日本", "½ day, ½ day"})
  void otherCharactersStayAsTheyAre(String theme, String kept) {
    Example record = visit().with(Field.THEME, theme);

    assertThat(record.accepted().theme()).isEqualTo(kept);
    assertThat(record.issues()).isEmpty();
  }

  @Test
  void trimmingIsNoRepair() {
    assertThat(knowsley().with(Field.COUNCIL, "  Knowsley\t").issues()).isEmpty();
    assertThat(knowsley().judged("adoption", " Good ").issues()).isEmpty();
  }

  @Test
  void ofARejectedRecordNothingIsRepaired() {
    assertThat(knowsley().with(Field.COUNCIL, "Ｋｎｏｗｓｌｅｙ").without(Field.PUBLISHED_DATE).issues())
        .extracting(QualityIssue::type)
        .containsExactly(IssueType.MISSING_DATE);
  }
}
