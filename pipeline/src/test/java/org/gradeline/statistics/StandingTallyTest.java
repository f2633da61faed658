package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.statistics.Histories.BIRMINGHAM;
import static org.gradeline.statistics.Histories.BOURNEMOUTH;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.HEREFORDSHIRE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTH_YORKSHIRE;
import static org.gradeline.statistics.Histories.OXFORDSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.council;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.LineEvent;
import org.gradeline.histories.ProjectRecords;
import org.gradeline.reference.Line;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceFiles;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.StandingTally.Comparison;
import org.gradeline.statistics.StandingTally.InForce;
import org.junit.jupiter.api.Test;

/** How a council stands among its statistical neighbours. */
class StandingTallyTest {
  private static final ReportingDate NOW = asAt("2026-06-18");

  /** Knowsley's ten neighbours, closest first, each with its rating in force. */
  private static final CouncilHistory[] NEIGHBOURS = {
    history("342", "ilacs 2023-07-10 2023-09-04 overall_effectiveness=good"),
    history("876", "ilacs 2024-05-13 2024-07-12 overall_effectiveness=inadequate"),
    history("394", "ilacs 2025-01-27 2025-03-11 overall_effectiveness=outstanding"),
    history("805", "ilacs 2024-03-18 2024-05-16 overall_effectiveness=outstanding"),
    history("807", "ilacs 2025-12-01 2026-01-28 overall_effectiveness=good"),
    history("343", "ilacs 2025-06-23 2025-08-12 overall_effectiveness=good"),
    history("344", "ilacs 2023-09-18 2024-02-02 overall_effectiveness=requires_improvement"),
    history("393", "ilacs 2022-12-05 2023-05-10 overall_effectiveness=inadequate"),
    history("840", "ilacs 2025-03-24 2025-05-13 overall_effectiveness=outstanding"),
    history("341", "ilacs 2023-03-13 2023-05-25 overall_effectiveness=inadequate")
  };

  @Test
  void knowsleyAmongItsTenNeighbours() {
    StandingTally tally = counted(counted(tally(REFERENCE, NOW), NEIGHBOURS), KNOWSLEY);
    Comparison knowsley = tally.compare(council("340"), HEADLINE);

    assertThat(knowsley).isEqualTo(new Comparison(4, 10, List.of(3L, 3L, 1L, 3L), 7, 3, 0));
    assertThat(knowsley.graded()).isEqualTo(10);
    assertThat(knowsley.position()).isEqualTo(8);
    assertThat(knowsley.atOrAbove(2)).isEqualTo(6);
  }

  @Test
  void equalsShareAPosition() {
    Reference reference = neighbours(Map.of("340", "341 342", "341", "340 342", "342", "340 341"));
    StandingTally tally = counted(tally(reference, NOW), NEIGHBOURS[0], NEIGHBOURS[9], KNOWSLEY);

    // St. Helens is good, Liverpool and Knowsley are inadequate.
    assertThat(List.of("342", "341", "340"))
        .extracting(code -> tally.compare(council(code), HEADLINE).position())
        .containsExactly(1L, 2L, 2L);
  }

  @Test
  void aNeighbourWithoutAGradeIsANeighbourThatIsNotGraded() {
    Reference reference = neighbours(Map.of("340", "341 342 330"));
    Comparison knowsley =
        counted(tally(reference, NOW), KNOWSLEY, NEIGHBOURS[0]).compare(council("340"), HEADLINE);

    assertThat(knowsley).isEqualTo(new Comparison(4, 3, List.of(0L, 1L, 0L, 0L), 1, 0, 0));
    assertThat(knowsley.graded()).isEqualTo(1);
  }

  @Test
  void neighboursAreBetterTheSameOrWorse() {
    Reference reference = neighbours(Map.of("342", "340 394 807 341"));
    StandingTally tally =
        counted(
            tally(reference, NOW),
            KNOWSLEY,
            NEIGHBOURS[0],
            NEIGHBOURS[2],
            NEIGHBOURS[4],
            NEIGHBOURS[9]);

    // St. Helens is good, like Redcar and Cleveland; Sunderland is better, the others are worse.
    assertThat(tally.compare(council("342"), HEADLINE))
        .isEqualTo(new Comparison(2, 4, List.of(1L, 1L, 0L, 2L), 1, 1, 2));
  }

  @Test
  void everyCouncilHasItsOwnGradeOnEveryLine() {
    StandingTally tally = tally(REFERENCE, NOW);
    ProjectRecords.histories().forEach(tally::count);

    for (CouncilHistory history : ProjectRecords.histories()) {
      for (Line line : REFERENCE.lines()) {
        LineEvent rated = history.line(Histories.ANY, line).at(NOW).rated();
        boolean open = history.council().openOn(NOW.asAt());
        assertThat(tally.compare(history.council(), line).rank())
            .as(history.council().name() + ", " + line.key())
            .isEqualTo(rated == null || !open ? 0 : rated.rank());
      }
    }
  }

  @Test
  void aRatingInForceIsKnownWithItsPublicationAndTheFirstAtItsGrade() {
    StandingTally tally = counted(tally(REFERENCE, NOW), KNOWSLEY, BIRMINGHAM, NORTH_YORKSHIRE);

    // Outstanding in the reports of 6 August 2018 and of 18 August 2023 (Ofsted).
    assertThat(tally.inForce(council("815"), HEADLINE))
        .isEqualTo(new InForce(1, Histories.date("2023-08-18"), Histories.date("2018-08-06")));
    assertThat(tally.inForce(council("340"), HEADLINE))
        .isEqualTo(new InForce(4, Histories.date("2025-01-20"), Histories.date("2025-01-20")));
    assertThat(tally.inForce(council("341"), HEADLINE)).isNull();
  }

  @Test
  void aCouncilThatIsExcludedIsNobodysNeighbour() throws ReferenceException {
    Reference without =
        ReferenceLoader.load(
            ProjectData.FOLDER, new ReferenceFiles(null, null, List.of("342", "341")));
    StandingTally tally = counted(counted(tally(without, NOW), NEIGHBOURS), KNOWSLEY);

    // St Helens is good and Liverpool inadequate; they are out of the ten.
    assertThat(tally.compare(council("340"), HEADLINE))
        .isEqualTo(new Comparison(4, 8, List.of(3L, 2L, 1L, 2L), 6, 2, 0));
    assertThat(tally.neighbours(council("340")))
        .hasSize(8)
        .noneMatch(neighbour -> neighbour.laCode().matches("34[12]"));
  }

  @Test
  void aClosedNeighbourIsNoNeighbour() {
    Reference reference = neighbours(Map.of("884", "837 931"));
    CouncilHistory[] three = {HEREFORDSHIRE, BOURNEMOUTH, OXFORDSHIRE};

    // Bournemouth closed on 1 April 2019; both it and Herefordshire required improvement.
    assertThat(
            counted(tally(reference, asAt("2019-03-31")), three).compare(council("884"), HEADLINE))
        .isEqualTo(new Comparison(3, 2, List.of(0L, 1L, 1L, 0L), 1, 1, 0));
    assertThat(
            counted(tally(reference, asAt("2019-04-01")), three).compare(council("884"), HEADLINE))
        .isEqualTo(new Comparison(3, 1, List.of(0L, 1L, 0L, 0L), 1, 0, 0));
  }

  @Test
  void aNeighbourThatHasNotOpenedIsNoNeighbourYet() {
    Reference reference = neighbours(Map.of("884", "839 931"));
    CouncilHistory successor =
        history("839", "ilacs 2021-12-06 2022-02-21 overall_effectiveness=inadequate");

    Comparison in2018 =
        counted(tally(reference, asAt("2018-12-31")), HEREFORDSHIRE, OXFORDSHIRE, successor)
            .compare(council("884"), HEADLINE);

    assertThat(in2018.neighbours()).isEqualTo(1);
  }

  @Test
  void aCouncilWithoutAGradeIsBehindNobody() {
    Reference reference = neighbours(Map.of("304", "330 815"));
    Comparison brent =
        counted(tally(reference, NOW), Histories.BRENT, BIRMINGHAM, NORTH_YORKSHIRE)
            .compare(council("304"), HEADLINE);

    assertThat(brent.hasGrade()).isFalse();
    assertThat(brent.graded()).isEqualTo(2);
    assertThat(brent.byGrade()).containsExactly(1L, 1L, 0L, 0L);
  }

  @Test
  void aCouncilWithoutNeighboursStandsAlone() {
    Comparison knowsley =
        counted(tally(neighbours(Map.of()), NOW), KNOWSLEY).compare(council("340"), HEADLINE);

    assertThat(knowsley).isEqualTo(new Comparison(4, 0, List.of(0L, 0L, 0L, 0L), 0, 0, 0));
    assertThat(knowsley.position()).isEqualTo(1);
  }

  private static StandingTally tally(Reference reference, ReportingDate date) {
    return new StandingTally(reference, date);
  }

  /** The project's reference data with other neighbours. */
  private static Reference neighbours(Map<String, String> byLaCode) {
    return new Reference(
        REFERENCE.councils(),
        REFERENCE.schemes(),
        REFERENCE.frameworks(),
        REFERENCE.lines(),
        REFERENCE.scopes(),
        REFERENCE.visitTypes(),
        REFERENCE.layouts(),
        REFERENCE.sources(),
        REFERENCE.geographies(),
        REFERENCE.reportingDates(),
        REFERENCE.knownPeriods(),
        byLaCode.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> council(entry.getKey()).position(),
                    entry ->
                        Arrays.stream(entry.getValue().split(" ", -1))
                            .map(Histories::council)
                            .toList())),
        REFERENCE.successors(),
        REFERENCE.context(),
        REFERENCE.excluded(),
        REFERENCE.vintages(),
        REFERENCE.plannedChanges(),
        REFERENCE.origins());
  }
}
