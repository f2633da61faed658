package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.statistics.Histories.ANY;
import static org.gradeline.statistics.Histories.BIRMINGHAM;
import static org.gradeline.statistics.Histories.BOURNEMOUTH;
import static org.gradeline.statistics.Histories.BRENT;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.HEREFORDSHIRE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTH_YORKSHIRE;
import static org.gradeline.statistics.Histories.OXFORDSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.geography;
import static org.gradeline.statistics.Histories.history;
import static org.gradeline.statistics.Histories.scope;
import static org.gradeline.statistics.MovementTally.Basis.FIRST_TO_LATEST;
import static org.gradeline.statistics.MovementTally.Basis.PREVIOUS_TO_LATEST;

import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.reference.Geography;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.MovementTally.Basis;
import org.gradeline.statistics.MovementTally.Movements;
import org.junit.jupiter.api.Test;

/** Which way councils moved; the movements are (improved, same passing, same below, declined). */
class MovementTallyTest {
  private static final Geography ENGLAND = geography(Geography.NATIONAL, "England");
  private static final Movements NOBODY = new Movements(0, 0, 0, 0);
  private static final ReportingDate MARCH_2024 = asAt("2024-03-31", "2024-06-30");

  @Test
  void knowsleyHasDeclinedSinceItsFirstRatingAndStayedBelowGoodSinceTheOneBefore() {
    // good > inadequate > requires improvement > requires improvement
    assertThat(movements(MARCH_2024, FIRST_TO_LATEST, KNOWSLEY))
        .isEqualTo(new Movements(0, 0, 0, 1));
    assertThat(movements(MARCH_2024, PREVIOUS_TO_LATEST, KNOWSLEY))
        .isEqualTo(new Movements(0, 0, 1, 0));
  }

  @Test
  void fiveCouncilsMoveFiveWays() {
    CouncilHistory[] five = {KNOWSLEY, BIRMINGHAM, OXFORDSHIRE, NORTH_YORKSHIRE, HEREFORDSHIRE};

    // Down, up, good as ever, up to outstanding, down.
    assertThat(movements(MARCH_2024, FIRST_TO_LATEST, five)).isEqualTo(new Movements(2, 1, 0, 2));
    // As before below good, up, good as before, outstanding as before, down.
    assertThat(movements(MARCH_2024, PREVIOUS_TO_LATEST, five))
        .isEqualTo(new Movements(1, 2, 1, 1));
  }

  @Test
  void goodAfterOutstandingIsDeclined() {
    CouncilHistory council =
        history(
            "815",
            "ilacs 2018-07-02 2018-08-06 overall_effectiveness=outstanding",
            "ilacs 2023-07-03 2023-08-18 overall_effectiveness=good");

    assertThat(movements(MARCH_2024, FIRST_TO_LATEST, council))
        .isEqualTo(new Movements(0, 0, 0, 1));
  }

  @Test
  void aCouncilIsCountedInItsRegionAndOfItsType() {
    MovementTally tally = tally(MARCH_2024, KNOWSLEY, BIRMINGHAM, HEREFORDSHIRE);

    assertThat(tally.at(0, ANY, HEADLINE, geography("region", "North West"), FIRST_TO_LATEST))
        .isEqualTo(new Movements(0, 0, 0, 1));
    assertThat(tally.at(0, ANY, HEADLINE, geography("region", "West Midlands"), FIRST_TO_LATEST))
        .isEqualTo(new Movements(1, 0, 0, 1));
    assertThat(
            tally.at(
                0,
                ANY,
                HEADLINE,
                geography("council_type", "Metropolitan District"),
                FIRST_TO_LATEST))
        .isEqualTo(new Movements(1, 0, 0, 1));
  }

  @Test
  void aScopeSeesItsOwnFrameworksAlone() {
    MovementTally tally =
        tally(MARCH_2024, KNOWSLEY, BIRMINGHAM, OXFORDSHIRE, NORTH_YORKSHIRE, HEREFORDSHIRE);
    Scope ilacs = scope("ilacs");

    // Knowsley has had one such inspection by then; Herefordshire fell, Birmingham rose.
    assertThat(tally.at(0, ilacs, HEADLINE, ENGLAND, FIRST_TO_LATEST))
        .isEqualTo(new Movements(1, 2, 0, 1));
    assertThat(tally.at(0, ilacs, HEADLINE, geography("region", "North West"), FIRST_TO_LATEST))
        .as("made for England alone")
        .isEqualTo(NOBODY);
  }

  @Test
  void eachReportingDateHasItsOwnCounts() {
    ReportingDate march2013 = asAt("2013-03-31");
    ReportingDate march2019 = asAt("2019-03-31");
    MovementTally tally =
        counted(
            new MovementTally(REFERENCE, List.of(march2013, march2019, MARCH_2024)),
            KNOWSLEY,
            BIRMINGHAM,
            HEREFORDSHIRE);

    assertThat(List.of(0, 1, 2))
        .extracting(date -> tally.at(date, ANY, HEADLINE, ENGLAND, FIRST_TO_LATEST))
        .containsExactly(
            movements(march2013, FIRST_TO_LATEST, BIRMINGHAM, HEREFORDSHIRE),
            movements(march2019, FIRST_TO_LATEST, KNOWSLEY, BIRMINGHAM, HEREFORDSHIRE),
            movements(MARCH_2024, FIRST_TO_LATEST, KNOWSLEY, BIRMINGHAM, HEREFORDSHIRE))
        .doesNotHaveDuplicates();
  }

  @Test
  void allCouncilsAreThoseThatMovedAnyWay() {
    assertThat(new Movements(26, 15, 12, 12).councils()).isEqualTo(65);
  }

  @Test
  void oneRatingIsNoMovement() {
    assertThat(movements(asAt("2014-06-29"), FIRST_TO_LATEST, KNOWSLEY)).isEqualTo(NOBODY);
    assertThat(movements(asAt("2014-06-30"), FIRST_TO_LATEST, KNOWSLEY))
        .isEqualTo(new Movements(0, 0, 0, 1));
  }

  @Test
  void aReportThatCameOutLaterCountsWhenItsInspectionHadStarted() {
    // Oxfordshire: inspected from 12 February 2024, published on 9 April.
    assertThat(movements(asAt("2024-03-31"), FIRST_TO_LATEST, HEREFORDSHIRE, OXFORDSHIRE))
        .isEqualTo(new Movements(0, 1, 0, 1));
    CouncilHistory twice =
        history(
            "931",
            "ilacs 2018-04-16 2018-05-22 overall_effectiveness=good",
            "ilacs 2024-02-12 2024-04-09 overall_effectiveness=good");
    assertThat(movements(asAt("2024-03-31"), FIRST_TO_LATEST, twice)).isEqualTo(NOBODY);
    assertThat(movements(MARCH_2024, FIRST_TO_LATEST, twice)).isEqualTo(new Movements(0, 1, 0, 0));
  }

  @Test
  void aClosedCouncilIsNotCounted() {
    assertThat(movements(asAt("2019-03-31"), FIRST_TO_LATEST, BOURNEMOUTH))
        .isEqualTo(new Movements(0, 0, 0, 1));
    assertThat(movements(asAt("2019-04-01"), FIRST_TO_LATEST, BOURNEMOUTH)).isEqualTo(NOBODY);
  }

  @Test
  void aCouncilWhoseLastRatingIsNoLongerInForceIsNotCounted() {
    assertThat(movements(asAt("2026-06-16"), FIRST_TO_LATEST, BRENT))
        .isEqualTo(new Movements(1, 0, 0, 0));
    // On 17 June 2026 Brent's report came out without an overall judgement.
    assertThat(movements(asAt("2026-06-17"), FIRST_TO_LATEST, BRENT)).isEqualTo(NOBODY);
  }

  private static Movements movements(ReportingDate date, Basis basis, CouncilHistory... councils) {
    return tally(date, councils).at(0, ANY, HEADLINE, ENGLAND, basis);
  }

  private static MovementTally tally(ReportingDate date, CouncilHistory... councils) {
    return counted(new MovementTally(REFERENCE, List.of(date)), councils);
  }
}
