package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouncilTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

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

    assertThat(knowsley.geographies(ProjectData.scope("any"), DAY))
        .extracting(Geography::level, Geography::code, Geography::name)
        .containsExactlyInAnyOrder(
            tuple("national", "E92000001", "England"),
            tuple("region", "E12000002", "North West"),
            tuple("ofsted_region", "", "North West"),
            tuple("council_type", "", "Metropolitan District"),
            tuple("deprivation_fifth", "1", "1 (most deprived)"));
    assertThat(knowsley.geography(Geography.REGION, DAY)).isEqualTo("North West");
    assertThat(knowsley.geography("planet", DAY)).isEmpty();
  }

  @Test
  void aScopeCountsACouncilOnItsOwnLevelsAlone() {
    assertThat(ProjectData.council("340").geographies(ProjectData.scope("ilacs"), DAY))
        .extracting(Geography::level)
        .containsExactly("national");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # council,           day,        type
          815 North Yorkshire, 2014-03-31, County
          815 North Yorkshire, 2023-03-31, County
          815 North Yorkshire, 2023-04-01, Unitary Authority
          825 Buckinghamshire, 2020-03-31, County
          825 Buckinghamshire, 2020-04-01, Unitary Authority
          933 Somerset,        2023-03-31, County
          933 Somerset,        2023-04-01, Unitary Authority
          340 Knowsley,        2014-03-31, Metropolitan District
          # It is in London, but it is not a London borough.
          201 City of London,  2026-03-31, City of London Corporation
          202 Camden,          2026-03-31, London Borough
          """)
  void aCouncilIsInTheGroupThatItWasInOnTheDay(String council, LocalDate day, String type) {
    assertThat(ProjectData.council(council.substring(0, 3)).geography(Geography.COUNCIL_TYPE, day))
        .isEqualTo(type);
  }

  @Test
  void aCouncilThatClosedWasLastInTheGroupOfItsLastDay() {
    Council cumbria = ProjectData.council("909");

    assertThat(cumbria.lastGeography(Geography.COUNCIL_TYPE, LocalDate.of(2023, 3, 31)))
        .isEqualTo("County");
    assertThat(cumbria.lastGeography(Geography.COUNCIL_TYPE, DAY)).isEqualTo("County");
  }

  @Test
  void aCouncilHasTheNameThatPeopleSayAndTheOfficialOne() {
    assertThat(ProjectData.council("810"))
        .extracting(Council::name, Council::officialName)
        .containsExactly("Hull", "Kingston upon Hull, City of");
  }
}
