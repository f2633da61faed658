package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.council;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.date;
import static org.gradeline.statistics.Histories.sum;

import java.util.Arrays;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.MergedCouncil;
import org.gradeline.histories.Records;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Council;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.ThemeTally.Findings;
import org.gradeline.statistics.ThemeTally.Theme;
import org.junit.jupiter.api.Test;

/** What inspectors found, by theme: the report on Knowsley of 2014 and the visit of 2015. */
class ThemeTallyTest {
  private static final ReportingDate NOW = asAt("2026-06-18");
  private static final Council KNOWSLEY = council("340");
  private static final Council SANDWELL = council("333");

  private static final CouncilRecord REPORT =
      inspection(
          KNOWSLEY,
          "2014-06-30",
          new Finding("record keeping", "weakness", "Records varied in quality."),
          new Finding("thresholds for referral", "weakness", "Not applied consistently."),
          new Finding("senior leadership", "strength", "Fieldwork was improving."));
  private static final CouncilRecord VISIT =
      visit(
          KNOWSLEY,
          "2015",
          new Finding("record keeping", "improvement", "An electronic system."),
          new Finding("senior leadership", "strength", "The capacity to improve."));

  @Test
  void aThemeIsCountedByKind() {
    assertThat(counted(new ThemeTally(NOW), history(KNOWSLEY, REPORT, VISIT)).themes())
        .containsExactly(
            entry(
                new Theme("record keeping", "improvement"),
                new Findings(1, 1, date("2015"), date("2015"))),
            entry(
                new Theme("record keeping", "weakness"),
                new Findings(1, 1, date("2014-06-30"), date("2014-06-30"))),
            entry(
                new Theme("senior leadership", "strength"),
                new Findings(2, 1, date("2014-06-30"), date("2015"))),
            entry(
                new Theme("thresholds for referral", "weakness"),
                new Findings(1, 1, date("2014-06-30"), date("2014-06-30"))));
  }

  @Test
  void spacesAndCapitalsMakeNoNewTheme() {
    CouncilHistory council =
        history(
            SANDWELL,
            inspection(
                SANDWELL,
                "2015-06-05",
                new Finding(" Record  Keeping", "weakness", "Late."),
                new Finding("RECORD KEEPING", "weakness", "Thin.")));

    assertThat(
            counted(new ThemeTally(NOW), history(KNOWSLEY, REPORT), council)
                .themes()
                .get(new Theme("record keeping", "weakness")))
        .isEqualTo(new Findings(3, 2, date("2014-06-30"), date("2015-06-05")));
  }

  @Test
  void themesThatLookTheSameAreOne() {
    CouncilHistory council =
        history(
            SANDWELL,
            inspection(
                SANDWELL,
                "2015-06-05",
                new Finding("Caf\u00e9", "strength", ""),
                new Finding("CAFE\u0301", "strength", ""),
                new Finding("ca\u00adf\u00e9\u200e", "strength", ""),
                new Finding("the\u2003caf\u00e9", "strength", "")));

    assertThat(counted(new ThemeTally(NOW), council).themes())
        .containsExactly(
            entry(
                new Theme("caf\u00e9", "strength"),
                new Findings(3, 1, date("2015-06-05"), date("2015-06-05"))),
            entry(
                new Theme("the caf\u00e9", "strength"),
                new Findings(1, 1, date("2015-06-05"), date("2015-06-05"))));
  }

  @Test
  void onlyWhatCountsByThen() {
    ThemeTally in2014 =
        counted(new ThemeTally(asAt("2014-12-31")), history(KNOWSLEY, REPORT, VISIT));

    assertThat(in2014.themes().get(new Theme("senior leadership", "strength")))
        .isEqualTo(new Findings(1, 1, date("2014-06-30"), date("2014-06-30")));
    assertThat(in2014.themes()).doesNotContainKey(new Theme("record keeping", "improvement"));
  }

  @Test
  void partsMakeTheSameThemes() {
    CouncilRecord earlier =
        inspection(SANDWELL, "2012-02-20", new Finding("senior leadership", "strength", "New."));
    ThemeTally one = counted(new ThemeTally(NOW), history(SANDWELL, earlier));
    ThemeTally merged = sum(counted(new ThemeTally(NOW), history(KNOWSLEY, REPORT, VISIT)), one);
    ThemeTally other = sum(one, counted(new ThemeTally(NOW), history(KNOWSLEY, VISIT, REPORT)));

    assertThat(merged.themes()).isEqualTo(other.themes());
    assertThat(merged.themes().get(new Theme("senior leadership", "strength")))
        .isEqualTo(new Findings(3, 2, date("2012-02-20"), date("2015")));
  }

  private static Inspection inspection(Council council, String published, Finding... findings) {
    return new Inspection(
        council.position(),
        0,
        "",
        null,
        null,
        date(published),
        "",
        List.of(),
        0,
        List.of(findings),
        0,
        1);
  }

  private static Visit visit(Council council, String start, Finding... findings) {
    return new Visit(council.position(), 0, date(start), null, "", "", List.of(findings), 0, 2);
  }

  @Test
  void ofVeryManyThemesTheFirstAreKeptWhateverTheOrderAndTheOthersCounted() {
    int many = ThemeTally.MAX_THEMES + 3;
    ThemeTally upwards = new ThemeTally(NOW);
    ThemeTally downwards = new ThemeTally(NOW);
    for (int i = 0; i < many; i++) {
      sum(upwards, tally("%06d".formatted(i)));
      sum(downwards, tally("%06d".formatted(many - 1 - i)));
    }
    sum(upwards, tally("999999"));
    sum(upwards, tally("000000"));
    sum(downwards, tally("000000"));
    sum(downwards, tally("999999"));

    assertThat(upwards.themes()).hasSize(ThemeTally.MAX_THEMES).isEqualTo(downwards.themes());
    assertThat(upwards.themes().get(new Theme("000000", "strength")))
        .isEqualTo(new Findings(2, 2, date("2014-06-30"), date("2014-06-30")));
    assertThat(upwards.findingsLeftOut()).isEqualTo(4).isEqualTo(downwards.findingsLeftOut());
  }

  private static ThemeTally tally(String theme) {
    return counted(
        new ThemeTally(NOW),
        history(KNOWSLEY, inspection(KNOWSLEY, "2014-06-30", new Finding(theme, "strength", ""))));
  }

  @Test
  void aLongThemeIsShortened() {
    assertThat(tally("x".repeat(1000)).themes().firstKey().theme())
        .isEqualTo("x".repeat(ThemeTally.MAX_LENGTH - 3) + "...");
  }

  private static CouncilHistory history(Council council, CouncilRecord... records) {
    return CouncilHistory.of(
        council, MergedCouncil.of(Arrays.asList(records), Records.AS_NUMBERED), REFERENCE);
  }
}
