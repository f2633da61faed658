package org.gradeline.reference;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {
  private static final Area ALWAYS = area(null, null);
  private static final Area OVERALL = area(null, "2026-04-01");
  private static final Area CARE_LEAVERS = area("2023-01-01", null);
  private static final Area BRIEFLY = area("2023-01-01", "2026-04-01");

  private static Area area(@Nullable String from, @Nullable String until) {
    return new Area(
        0,
        "area",
        "Area",
        from == null ? null : LocalDate.parse(from),
        until == null ? null : LocalDate.parse(until),
        new Scale("", "", List.of(), 0, "", "", false));
  }

  private static boolean judged(Area area, @Nullable String start, String published) {
    return area.judgedBy(
        start == null ? null : PartialDate.parse(start),
        requireNonNull(PartialDate.parse(published)));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # start,    published,  always, until April 2026, from January 2023
          2014-04-29, 2014-06-30, true,   true,             false
          # South Tyneside: begun under the old set, published under the new one.
          2022-12-05, 2023-03-27, true,   true,             false
          2022-12-31, 2023-03-27, true,   true,             false
          2023-01-01, 2023-03-27, true,   true,             true
          2026-03-31, 2026-05-18, true,   true,             true
          2026-04-01, 2026-05-18, true,   false,            true
          # What a date known in part leaves open is given the benefit of the doubt.
          2022-12,    2023-03-27, true,   true,             false
          2023-01,    2023-03-27, true,   true,             true
          2023,       2023-12-04, true,   true,             true
          2026-03,    2026-05-18, true,   true,             true
          2026-04,    2026-05-18, true,   false,            true
          2026,       2026-05-18, true,   true,             true
          # Without a start, what was published before the area came in was inspected before.
          ,           2010-03-12, true,   true,             false
          ,           2022-12-31, true,   true,             false
          ,           2022,       true,   true,             false
          ,           2023-01-01, true,   true,             true
          ,           2026-05-18, true,   true,             true
          """)
  void anAreaIsJudgedByInspectionsThatStartBetweenItsDays(
      @Nullable String start, String published, boolean always, boolean until, boolean from) {
    assertThat(judged(ALWAYS, start, published)).isEqualTo(always);
    assertThat(judged(OVERALL, start, published)).isEqualTo(until);
    assertThat(judged(CARE_LEAVERS, start, published)).isEqualTo(from);
    assertThat(judged(BRIEFLY, start, published)).isEqualTo(until && from);
  }

  @Test
  void theDaysOfAnAreaAreSaidInWords() {
    assertThat(ALWAYS.window()).isEqualTo("by every inspection");
    assertThat(OVERALL.window()).isEqualTo("by inspections starting before 2026-04-01");
    assertThat(CARE_LEAVERS.window()).isEqualTo("by inspections starting from 2023-01-01");
    assertThat(BRIEFLY.window())
        .isEqualTo("by inspections starting from 2023-01-01 and before 2026-04-01");
  }
}
