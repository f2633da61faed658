package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.gradeline.statistics.Histories.BIRMINGHAM;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.HEREFORDSHIRE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTHAMPTONSHIRE;
import static org.gradeline.statistics.Histories.OXFORDSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.SANDWELL;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.history;
import static org.gradeline.statistics.Histories.line;

import java.util.SortedMap;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.KaplanMeier.Exits;
import org.junit.jupiter.api.Test;

/** How long councils stay at the lowest grade. */
class RecoveryTallyTest {
  private static final Exits RECOVERED = new Exits(1, 0);
  private static final Exits CENSORED = new Exits(0, 1);
  private static final ReportingDate NOW = asAt("2026-06-18");

  @Test
  void aSpellLastsFromTheFirstLowestRatingToTheFirstBetterOne() {
    // Birmingham: inadequate on 16 July 2010, and again in 2012, 2014 and 2016; better on 17
    // January 2019.
    assertThat(exits(NOW, BIRMINGHAM)).containsExactly(entry(3107L, RECOVERED));
  }

  @Test
  void aCouncilCanFallAgain() {
    // Sandwell: 13 January 2010 to 20 February 2012, 9 April 2013 to 5 July 2022.
    assertThat(exits(NOW, SANDWELL))
        .containsExactly(entry(768L, RECOVERED), entry(3374L, RECOVERED));
  }

  @Test
  void theReportingDateEndsTheWatch() {
    // Knowsley recovered on 13 June 2017 and has been inadequate again since 20 January 2025.
    assertThat(exits(NOW, KNOWSLEY))
        .containsExactly(entry(514L, CENSORED), entry(1079L, RECOVERED));
  }

  @Test
  void closingEndsTheWatch() {
    // Northamptonshire: recovered once; inadequate on 29 July 2019, closed on 1 April 2021.
    assertThat(exits(NOW, NORTHAMPTONSHIRE))
        .containsExactly(entry(612L, CENSORED), entry(1134L, RECOVERED));
  }

  @Test
  void aLineThatIsNoLongerJudgedEndsTheWatch() {
    // Sandwell's board: inadequate on 5 June 2015; the inspection of 29 January 2018 left it out.
    RecoveryTally tally = counted(new RecoveryTally(REFERENCE, NOW), SANDWELL);

    assertThat(tally.exits(line("lscb"))).containsExactly(entry(969L, CENSORED));
  }

  @Test
  void aReportAfterTheReportingDateIsNoRecoveryYet() {
    // Inspected from 13 March 2017, published on 13 June: known by the end of June, not in March.
    assertThat(exits(asAt("2017-03-31", "2017-06-30"), KNOWSLEY))
        .containsExactly(entry(1005L, CENSORED));
    assertThat(exits(asAt("2017-06-30"), KNOWSLEY)).containsExactly(entry(1079L, RECOVERED));
  }

  @Test
  void aReportOnTheReportingDateItselfIsARecovery() {
    assertThat(exits(asAt("2017-06-12"), KNOWSLEY)).containsExactly(entry(1078L, CENSORED));
    assertThat(exits(asAt("2017-06-13"), KNOWSLEY)).containsExactly(entry(1079L, RECOVERED));
  }

  @Test
  void aSpellThatBeginsAfterTheReportingDateIsNotWatchedYet() {
    assertThat(exits(asAt("2024-12-31", "2025-01-31"), KNOWSLEY))
        .containsExactly(entry(1079L, RECOVERED));
    assertThat(exits(asAt("2025-01-20"), KNOWSLEY))
        .containsExactly(entry(0L, CENSORED), entry(1079L, RECOVERED));
  }

  @Test
  void aSpellThatBeginsOnADayThatIsNotKnownIsLeftOutWhole() {
    CouncilHistory council =
        history(
            "330",
            "slac - 2010-07 safeguarding=inadequate",
            "cpi - 2012-10-19 overall_effectiveness=inadequate",
            "ilacs 2018-12-03 2019-01-17 overall_effectiveness=requires_improvement");

    assertThat(exits(NOW, council)).isEmpty();
  }

  @Test
  void aSpellThatEndsOnADayThatIsNotKnownIsLeftOut() {
    CouncilHistory council =
        history(
            "340",
            "sif 2014-04-29 2014-06-30 overall_effectiveness=inadequate",
            "sif 2017-03-13 2017-06 overall_effectiveness=requires_improvement");

    assertThat(exits(NOW, council)).isEmpty();
  }

  @Test
  void aRepetitionOnADayThatIsNotKnownChangesNothing() {
    CouncilHistory council =
        history(
            "330",
            "slac - 2010-07-16 safeguarding=inadequate",
            "cpi - 2012-10 overall_effectiveness=inadequate",
            "ilacs 2018-12-03 2019-01-17 overall_effectiveness=requires_improvement");

    assertThat(exits(NOW, council)).containsExactly(entry(3107L, RECOVERED));
  }

  @Test
  void aReportAfterTheCouncilsEndIsOutsideTheWatch() {
    // Bournemouth, had its last inspection been reported after it closed on 1 April 2019.
    CouncilHistory better =
        history(
            "837",
            "sif - 2014-06-30 overall_effectiveness=inadequate",
            "ilacs 2019-02-18 2019-04-15 overall_effectiveness=good");
    CouncilHistory worse =
        history(
            "837",
            "sif - 2014-06-30 overall_effectiveness=requires_improvement",
            "ilacs 2019-02-18 2019-04-15 overall_effectiveness=inadequate");

    assertThat(exits(NOW, better)).containsExactly(entry(1736L, CENSORED));
    assertThat(exits(NOW, worse)).isEmpty();
  }

  @Test
  void onlyTheLowestGradeCounts() {
    assertThat(exits(NOW, OXFORDSHIRE)).isEmpty();
  }

  @Test
  void spellsOfAllCouncilsTogether() {
    // Herefordshire: 619 days to 2014, 1209 to 2026.
    assertThat(exits(NOW, KNOWSLEY, HEREFORDSHIRE, BIRMINGHAM, NORTHAMPTONSHIRE))
        .containsExactly(
            entry(514L, CENSORED),
            entry(612L, CENSORED),
            entry(619L, RECOVERED),
            entry(1079L, RECOVERED),
            entry(1134L, RECOVERED),
            entry(1209L, RECOVERED),
            entry(3107L, RECOVERED));
  }

  private static SortedMap<Long, Exits> exits(ReportingDate date, CouncilHistory... councils) {
    return counted(new RecoveryTally(REFERENCE, date), councils).exits(HEADLINE);
  }
}
