package org.gradeline.reference;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.gradeline.reference.Line.Member;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # line,              slac,         cpi,                   tlac,                  sif,                         ilacs,                 lscb
          headline,            safeguarding, overall_effectiveness, ,                      overall_effectiveness,       overall_effectiveness,
          help_and_protection, safeguarding, overall_effectiveness, ,                      help_and_protection,         help_and_protection,
          in_care,             looked_after, ,                      overall_effectiveness, looked_after_and_permanence, in_care,
          care_leavers,        ,             ,                      ,                      care_leavers,                care_leavers,
          leadership,          ,             ,                      ,                      leadership_management_governance, impact_of_leaders,
          adoption,            ,             ,                      ,                      adoption,                    ,
          lscb,                ,             ,                      ,                      lscb,                        ,                      lscb
          """)
  void aLineFollowsAnAreaAcrossFrameworks(
      String line,
      @Nullable String slac,
      @Nullable String cpi,
      @Nullable String tlac,
      @Nullable String sif,
      @Nullable String ilacs,
      @Nullable String lscb) {
    assertThat(area(line, "slac")).isEqualTo(slac);
    assertThat(area(line, "cpi")).isEqualTo(cpi);
    assertThat(area(line, "tlac")).isEqualTo(tlac);
    assertThat(area(line, "sif")).isEqualTo(sif);
    assertThat(area(line, "ilacs")).isEqualTo(ilacs);
    assertThat(area(line, "lscb")).isEqualTo(lscb);
  }

  private static @Nullable String area(String line, String framework) {
    Member member = ProjectData.line(line).member(ProjectData.framework(framework));
    return member == null ? null : member.area().key();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # line,    framework, start,      published,  definition
          # "In care" covered care leavers too until they got a judgement of their own.
          in_care,   ilacs,     2022-12-05, 2023-03-27, 0
          in_care,   ilacs,     2022-12-31, 2023-03-27, 0
          in_care,   ilacs,     2023-01-01, 2023-03-27, 1
          in_care,   ilacs,     2022-12,    2023-03-27, 0
          in_care,   ilacs,     2023-01,    2023-03-27, 1
          # A date known only to its year counts as its last day.
          in_care,   ilacs,     2022,       2023-03-27, 0
          in_care,   ilacs,     2023,       2023-12-04, 1
          # Without a start date, the date of publication decides.
          in_care,   ilacs,     ,           2022-12-31, 0
          in_care,   ilacs,     ,           2023-01-01, 1
          in_care,   sif,       2014-04-29, 2014-06-30, 0
          headline,  ilacs,     2025-01-01, 2025-03-01, 0
          """)
  void theDefinitionOfAnAreaChangesOnTheDaysThatItsLineNames(
      String line, String framework, @Nullable String start, String published, int definition) {
    Member member = requireNonNull(ProjectData.line(line).member(ProjectData.framework(framework)));

    assertThat(
            member.definition(
                start == null ? null : PartialDate.parse(start),
                requireNonNull(PartialDate.parse(published))))
        .isEqualTo(definition);
  }
}
