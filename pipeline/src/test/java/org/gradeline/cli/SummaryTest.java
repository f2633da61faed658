package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run prints on standard output when it is done. */
@DisplayName("The summary of a run")
class SummaryTest {
  @Test
  void leadsWithTheJudgementsOfTodayAndSaysWhy(@TempDir Path reports) {
    String out = CommandLineRun.run(reports, List.of("--as-at", "2026-08-20")).out();

    assertThat(out)
        .containsIgnoringNewLines(
            """
            Of the councils with a grade in England:
            Children's services: good or outstanding
                                                     2025-03-31        2026-03-31
              Leadership                             105 of 153, 69 %  114 of 153, 75 %
              Children who need help and protection  93 of 153, 61 %   100 of 153, 65 %
              Children in care                       112 of 153, 73 %  118 of 153, 77 %
              Care leavers                           70 of 103, 68 %   103 of 144, 72 %
            The overall grade no longer leads: Ofsted stopped giving one for inspections from April 2026.
            Special educational needs and disabilities (SEND): typically positive experiences and outcomes
                                            2025-03-31      2026-03-31
              Area SEND, framework of 2023  15 of 64, 23 %  19 of 93, 20 %
            """);
    assertThat(out.lines()).hasSizeLessThanOrEqualTo(25);
  }

  @Test
  void saysNothingOfAnEndThatIsStillToCome(@TempDir Path reports) {
    assertThat(CommandLineRun.run(reports, List.of("--as-at", "2024-03-31")).out())
        .contains("Children's services: good or outstanding")
        .doesNotContain("no longer leads");
  }
}
