package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.statistics.Histories.ANY;
import static org.gradeline.statistics.Histories.BOURNEMOUTH;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.HEREFORDSHIRE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTHAMPTONSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.SANDWELL;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.history;
import static org.gradeline.statistics.Histories.line;
import static org.gradeline.statistics.Histories.scope;

import org.gradeline.histories.CouncilHistory;
import org.gradeline.reference.ReportingDate;
import org.junit.jupiter.api.Test;

/** Which grade followed which. */
class TransitionTallyTest {
  private static final int GOOD = 2;
  private static final int REQUIRES_IMPROVEMENT = 3;
  private static final int INADEQUATE = 4;
  private static final ReportingDate NOW = asAt("2026-06-18");

  @Test
  void knowsleysFourTransitions() {
    TransitionTally tally = tally(NOW, KNOWSLEY);

    assertThat(tally.transitions(ANY, HEADLINE, GOOD, INADEQUATE)).isEqualTo(1);
    assertThat(tally.transitions(ANY, HEADLINE, INADEQUATE, REQUIRES_IMPROVEMENT)).isEqualTo(1);
    assertThat(tally.transitions(ANY, HEADLINE, REQUIRES_IMPROVEMENT, REQUIRES_IMPROVEMENT))
        .isEqualTo(1);
    assertThat(tally.transitions(ANY, HEADLINE, REQUIRES_IMPROVEMENT, INADEQUATE)).isEqualTo(1);
    assertThat(tally.transitions(ANY, HEADLINE, GOOD, GOOD)).isZero();
    assertThat(tally.medianDays(ANY, HEADLINE, GOOD, INADEQUATE)).hasValue(1571);
    assertThat(tally.medianDays(ANY, HEADLINE, REQUIRES_IMPROVEMENT, INADEQUATE)).hasValue(1144);
    assertThat(tally.medianDays(ANY, HEADLINE, GOOD, GOOD)).isEmpty();
  }

  @Test
  void theMedianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
    // From inadequate to requires improvement: 1079, 619 and 1134 days.
    TransitionTally two = tally(NOW, KNOWSLEY, HEREFORDSHIRE);
    assertThat(two.medianDays(ANY, HEADLINE, INADEQUATE, REQUIRES_IMPROVEMENT)).hasValue(849);

    TransitionTally three = tally(NOW, KNOWSLEY, HEREFORDSHIRE, NORTHAMPTONSHIRE);
    assertThat(three.transitions(ANY, HEADLINE, INADEQUATE, REQUIRES_IMPROVEMENT)).isEqualTo(3);
    assertThat(three.medianDays(ANY, HEADLINE, INADEQUATE, REQUIRES_IMPROVEMENT)).hasValue(1079);
  }

  @Test
  void aClosedCouncilsPastCounts() {
    assertThat(
            tally(NOW, BOURNEMOUTH)
                .transitions(ANY, HEADLINE, REQUIRES_IMPROVEMENT, REQUIRES_IMPROVEMENT))
        .isEqualTo(1);
  }

  @Test
  void aScopeSeesItsOwnFrameworksAlone() {
    TransitionTally tally = tally(NOW, KNOWSLEY);

    assertThat(tally.transitions(scope("sif"), HEADLINE, INADEQUATE, REQUIRES_IMPROVEMENT))
        .isEqualTo(1);
    assertThat(tally.transitions(scope("sif"), HEADLINE, GOOD, INADEQUATE)).isZero();
    assertThat(tally.transitions(scope("ilacs"), HEADLINE, REQUIRES_IMPROVEMENT, INADEQUATE))
        .isEqualTo(1);
    assertThat(
            tally.transitions(
                scope("sif_ilacs"), HEADLINE, REQUIRES_IMPROVEMENT, REQUIRES_IMPROVEMENT))
        .isEqualTo(1);
  }

  @Test
  void theNextRatingFollowsEvenAfterAnInspectionThatDidNotJudgeTheLine() {
    // Sandwell's re-inspection of February 2012 left looked after children out; August 2013 did
    // not.
    assertThat(
            tally(NOW, SANDWELL)
                .transitions(ANY, line("in_care"), REQUIRES_IMPROVEMENT, INADEQUATE))
        .isEqualTo(1);
  }

  @Test
  void aDateKnownInPartIsATransitionWithoutDays() {
    CouncilHistory council =
        history(
            "340",
            "slac - 2010 safeguarding=good",
            "sif 2014-04-29 2014-06-30 overall_effectiveness=inadequate");
    TransitionTally tally = tally(NOW, council);

    assertThat(tally.transitions(ANY, HEADLINE, GOOD, INADEQUATE)).isEqualTo(1);
    assertThat(tally.medianDays(ANY, HEADLINE, GOOD, INADEQUATE)).isEmpty();
  }

  @Test
  void onlyWhatCountsByThen() {
    // Inspected from 18 November 2024, published on 20 January 2025.
    assertThat(
            tally(asAt("2024-12-31"), KNOWSLEY)
                .transitions(ANY, HEADLINE, REQUIRES_IMPROVEMENT, INADEQUATE))
        .isZero();
    assertThat(
            tally(asAt("2024-12-31", "2025-01-31"), KNOWSLEY)
                .transitions(ANY, HEADLINE, REQUIRES_IMPROVEMENT, INADEQUATE))
        .isEqualTo(1);
  }

  private static TransitionTally tally(ReportingDate date, CouncilHistory... councils) {
    return counted(new TransitionTally(REFERENCE, date), councils);
  }
}
