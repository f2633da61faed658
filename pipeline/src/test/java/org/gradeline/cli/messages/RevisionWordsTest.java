package org.gradeline.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gradeline.publishing.revisions.RevisionTotals;
import org.gradeline.publishing.revisions.RevisionTotals.Comparison;
import org.gradeline.tables.Revision;
import org.gradeline.tables.Revision.Kind;
import org.junit.jupiter.api.Test;

/** Revisions as sentences. */
class RevisionWordsTest {
  private static Revision kent(Kind kind, String area, String before, String after) {
    return new Revision(kind, "886", "Kent", "ilacs", "2022-07", area, before, after);
  }

  private static final Revision ADDED = kent(Kind.ADDED, "in_care", "", "good");
  private static final Revision CHANGED =
      kent(Kind.CHANGED, "care_leavers", "good", "requires_improvement");
  private static final Revision REMOVED =
      kent(Kind.REMOVED, "help_and_protection", "not_judged", "");

  private static String summary(Map<Kind, Long> counts, Map<Kind, List<Revision>> first) {
    return RevisionWords.summary(
        new RevisionTotals(Comparison.MADE, null, 9, counts, first), " in the table");
  }

  @Test
  void oneOfAKindIsNamed() {
    assertThat(summary(Map.of(Kind.ADDED, 1L), Map.of(Kind.ADDED, List.of(ADDED))))
        .isEqualTo("Revisions: 1 rating added: Kent in care good added");
    assertThat(summary(Map.of(Kind.CHANGED, 1L), Map.of(Kind.CHANGED, List.of(CHANGED))))
        .isEqualTo("Revisions: 1 rating changed: Kent care leavers good -> requires_improvement");
    assertThat(summary(Map.of(Kind.REMOVED, 1L), Map.of(Kind.REMOVED, List.of(REMOVED))))
        .isEqualTo("Revisions: 1 rating removed: Kent help and protection not_judged removed");
  }

  @Test
  void changesAreNamedBeforeWhatIsGoneAndThatBeforeWhatIsNew() {
    assertThat(
            summary(
                Map.of(Kind.ADDED, 1L, Kind.CHANGED, 1L, Kind.REMOVED, 1L),
                Map.of(
                    Kind.ADDED,
                    List.of(ADDED),
                    Kind.CHANGED,
                    List.of(CHANGED),
                    Kind.REMOVED,
                    List.of(REMOVED))))
        .isEqualTo(
            "Revisions: 1 rating added, 1 changed, 1 removed: Kent care leavers good ->"
                + " requires_improvement; Kent help and protection not_judged removed; Kent in care"
                + " good added");
  }

  @Test
  void ofManyThreeAreNamedAndTheOthersCounted() {
    assertThat(
            summary(
                Map.of(Kind.ADDED, 12345L, Kind.CHANGED, 1L),
                Map.of(Kind.ADDED, List.of(ADDED, ADDED, ADDED), Kind.CHANGED, List.of(CHANGED))))
        .isEqualTo(
            "Revisions: 12,345 ratings added, 1 changed: Kent care leavers good ->"
                + " requires_improvement; Kent in care good added; Kent in care good added; and"
                + " 12,343 more in the table");
  }

  @Test
  void noneIsSaidToBeSo() {
    assertThat(summary(Map.of(), Map.of())).isEqualTo("Revisions: none");
  }

  @Test
  void aLineOfItsOwnHasTheInspectionToo() {
    assertThat(RevisionWords.line(CHANGED))
        .isEqualTo(
            "Kent (886), care leavers, ilacs published in July 2022: good -> requires_improvement");
  }
}
