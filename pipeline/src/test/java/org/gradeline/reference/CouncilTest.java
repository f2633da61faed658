package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # council,               day,        open
          340 Knowsley,            2010-03-12, true
          909 Cumbria,             2023-03-31, true
          909 Cumbria,             2023-04-01, false
          942 Cumberland,          2023-03-31, false
          942 Cumberland,          2023-04-01, true
          837 Bournemouth,         1997-03-31, false
          837 Bournemouth,         1997-04-01, true
          837 Bournemouth,         2019-03-31, true
          837 Bournemouth,         2019-04-01, false
          """)
  void aCouncilIsOpenFromTheDayItOpenedToTheDayBeforeItClosed(
      String council, LocalDate day, boolean open) {
    assertThat(ProjectData.council(council.substring(0, 3)).openOn(day)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # council,          day,        code
          340 Knowsley,       2026-01-01, E08000011
          825 Buckinghamshire, 2020-03-31, E10000002
          825 Buckinghamshire, 2020-04-01, E06000060
          815 North Yorkshire, 2023-03-31, E10000023
          815 North Yorkshire, 2023-04-01, E06000065
          370 Barnsley,       2025-03-31, E08000016
          370 Barnsley,       2025-04-01, E08000038
          838 Dorset,         2019-04-01, E06000059
          # A council that does not exist has no code.
          838 Dorset,         2019-03-31,
          909 Cumbria,        2023-04-01,
          """)
  void aCouncilKeepsItsIdentityWhileItsNineCharacterCodeChanges(
      String council, LocalDate day, @Nullable String code) {
    assertThat(ProjectData.council(council.substring(0, 3)).codeOn(day))
        .isEqualTo(code == null ? "" : code);
  }

  @Test
  void aCouncilIsCountedInThePlacesItIsIn() {
    Council knowsley = ProjectData.council("340");

    assertThat(knowsley.geographies())
        .extracting(Geography::level, Geography::code, Geography::name)
        .containsExactlyInAnyOrder(
            tuple("national", "E92000001", "England"),
            tuple("region", "E12000002", "North West"),
            tuple("ofsted_region", "", "North West"),
            tuple("council_type", "", "Metropolitan District"));
    assertThat(knowsley.geography(Geography.REGION)).isEqualTo("North West");
    assertThat(knowsley.geography("planet")).isEmpty();
  }
}
