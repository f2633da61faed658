package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of columns are compared without what spreadsheets and statisticians add to them. */
class ColumnNameTest {
  private static final String NAME = "care leavers";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Care leavers [note 2]",
        "Care leavers[Note 2]",
        "Care leavers [notes 1, 2]",
        "Care leavers [note 1][note 2]",
        "Care leavers [note 1] [note 2] ",
        "Care leavers\n[note 12]",
        "Care leavers (note 3)",
        "Care leavers (footnotes 1 and 3)",
        "Care leavers [1]",
        "Care leavers\u00b9",
        "Care leavers \u00b2\u2074",
        "Care leavers*",
        "Care leavers **",
        "\u00a0Care\u00a0 leavers\u200b",
        "Care_x000D_\nleavers"
      })
  void whatIsAddedIsNoPartOfTheName(String printed) {
    assertThat(ColumnName.of(printed)).isEqualTo(NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "care leavers (2)",
        "care leavers 2",
        "note 2",
        "[note 2]",
        "grade [old]",
        "*",
        "(note)"
      })
  void otherNamesStayWhole(String printed) {
    assertThat(ColumnName.of(printed)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "care leavers,false",
        " Care  leavers ,false",
        "caf\u00e9,false",
        "Care leavers [note 2],true",
        "care leavers\u00a0,true",
        "care\u00adleavers,true"
      })
  void caseAndPlainWhiteSpaceAreNoRepair(String printed, boolean repaired) {
    assertThat(ColumnName.isRepaired(printed)).isEqualTo(repaired);
  }

  @Property
  void aNameIsItsOwnName(@ForAll String printed) {
    assertThat(ColumnName.of(ColumnName.of(printed))).isEqualTo(ColumnName.of(printed));
  }
}
