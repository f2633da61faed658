package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradeline.normalising.Example.knowsley;

import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;

/** A draft never changes: what a rule finds out is in the next one. */
class RecordDraftTest {
  private static final RecordDraft DRAFT = RecordDraft.of(3, knowsley().raw());

  @Test
  void atFirstOnlyWhatTheFileSaysIsKnown() {
    assertThat(DRAFT.text(Field.COUNCIL)).isEqualTo("Knowsley");
    assertThat(DRAFT.text(Field.THEME)).isEmpty();
    assertThat(DRAFT.hasJudgements()).isTrue();
    assertThat(DRAFT.isVisit()).isFalse();
    assertThat(DRAFT.issues()).isEmpty();
    assertThat(DRAFT.councils()).isEmpty();
    assertThatThrownBy(DRAFT::knownFramework).hasMessageContaining("framework is found first");
    assertThatThrownBy(DRAFT::knownPublished).hasMessageContaining("date is required first");
  }

  @Test
  void aWarningIsInTheNextDraftAlone() {
    RecordDraft doubted =
        DRAFT.withWarning(IssueType.FUTURE_DATE, Field.END_DATE, "2030", "the date is far off");

    assertThat(DRAFT.issues()).isEmpty();
    assertThat(doubted.issues())
        .containsExactly(
            Example.warning(IssueType.FUTURE_DATE, "end_date", "2030", "the date is far off"));
    assertThat(doubted.issues()).isUnmodifiable();
  }
}
