package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The line of the coverage")
class CoverageLineTest {
  private static final String HEADER =
      "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,"
          + "LINE_MISSED,LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,"
          + "METHOD_COVERED";

  @TempDir Path folder;

  private String line(String... classes) throws IOException {
    List<String> rows = new ArrayList<>(List.of(HEADER));
    rows.addAll(List.of(classes));
    return CoverageLine.of(Files.write(folder.resolve("jacoco.csv"), rows));
  }

  @Test
  void addsUpTheClasses() throws IOException {
    String line =
        line(
            "g,org.gradeline.cli,A,9,9,1,1,2,30,9,9,9,9",
            "g,org.gradeline.cli,B.new C() {...},9,9,0,2,0,8,9,9,9,9");

    assertThat(line).isEqualTo("Coverage: 95.0 % of lines, 75.0 % of branches");
  }

  @Test
  void saysAHundredPercentOnlyWhenNothingIsMissed() throws IOException {
    assertThat(line("g,p,A,0,0,1,9999,1,9999,0,0,0,0"))
        .isEqualTo("Coverage: 99.9 % of lines, 99.9 % of branches");
    assertThat(line("g,p,A,0,0,0,0,0,5,0,0,0,0"))
        .isEqualTo("Coverage: 100.0 % of lines, 100.0 % of branches");
  }
}
