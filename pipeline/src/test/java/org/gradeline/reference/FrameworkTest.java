package org.gradeline.reference;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a framework was in use, and what an inspection of it covers. */
class FrameworkTest {

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null ? null : requireNonNull(PartialDate.parse(text), text);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # framework, start,      published,  in use
          # The single inspection framework: inspections that started from November 2013 to August 2018.
          sif,         2013-10-31, 2014-02-11, false
          sif,         2013-11-01, 2014-02-11, true
          sif,         2018-08-31, 2018-10-15, true
          sif,         2018-09-01, 2018-10-15, false
          # A start that is known in part is given the benefit of the doubt.
          sif,         2013,       2014-02-11, true
          sif,         2018-09,    2018-10-15, false
          # Without a start, the publication stands in.
          sif,         ,           2018-08-31, true
          sif,         ,           2018-09-01, false
          # Still in use.
          ilacs,       2099-01-01, 2099-03-01, true
          ilacs,       2017-12-31, 2018-02-01, false
          ilacs,       ,           ,           true
          """)
  void anInspectionStartsBetweenItsDays(
      String framework, @Nullable String start, @Nullable String published, boolean inUse) {
    assertThat(ProjectData.framework(framework).inUse(date(start), date(published)))
        .isEqualTo(inUse);
  }

  @Test
  void itsDaysAreSaidInWords() {
    assertThat(ProjectData.framework("sif").days()).isEqualTo("from 2013-11-01 to 2018-08-31");
    assertThat(ProjectData.framework("ilacs").days()).isEqualTo("from 2018-01-01");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # framework, inspection type, covers all
          slac,        full,            true
          slac,        re-inspection,   false
          slac,        Re-Inspection,   false
          sif,         single,          true
          sif,         re-inspection,   false
          ilacs,       standard,        true
          ilacs,       short,           true
          ilacs,       '',              true
          cpi,         full,            false
          tlac,        full,            false
          lscb,        review,          false
          send_2016,   '',              true
          """)
  void anInspectionOfFullCoverageEndsWhatItDoesNotJudgeUnlessItsTypeIsPartial(
      String framework, String type, boolean coversAll) {
    assertThat(ProjectData.framework(framework).coversAll(type)).isEqualTo(coversAll);
  }
}
