package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings are counted by theme, whatever the theme is written with. */
@DisplayName("The theme of a finding")
class ThemesTest {
  @TempDir private Path folder;

  private Path run(String... themes) throws IOException {
    List<Map<String, String>> findings = new ArrayList<>();
    for (String theme : themes) {
      findings.add(Map.of("theme", theme, "kind", "strength", "text", "x"));
    }
    Map<String, Object> record =
        Map.of(
            "la_code", "340",
            "framework", "sif",
            "published_date", "2014-06-30",
            "judgements", Map.of("overall_effectiveness", "Inadequate"),
            "findings", findings);
    Path input = folder.resolve("input.json");
    new ObjectMapper().writeValue(input.toFile(), record);
    Path reports = folder.resolve("reports");
    CommandLineRun run = CommandLineRun.run(reports, List.of("--input", input.toString()));
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    return reports;
  }

  /** Themes with the number of their findings. */
  private static List<String> themes(Path reports) throws IOException {
    return CommandLineRun.rows(reports, "tables/themes.csv").stream()
        .map(row -> row.get("theme") + ": " + row.get("findings"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "\u00a0",
        "\u2003\u3000",
        "\u200b",
        "\u200e\u00ad",
        "\ufe0f",
        "\u2028"
      })
  void isMissingWhenItShowsNothingAndCostsTheFindingAlone(String blank) throws IOException {
    Path reports = run(blank, "Record keeping");

    assertThat(themes(reports)).containsExactly("record keeping: 1");
    assertThat(CommandLineRun.rows(reports, "tables/ratings.csv")).hasSize(1);
    List<CSVRecord> rejected = CommandLineRun.rows(reports, "quality/rejected.csv");
    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).get("rule")).isEqualTo("missing_theme");
    assertThat(rejected.get(0).get("field")).isEqualTo("theme");
    assertThat(rejected.get(0).get("source_line")).isEqualTo("1");
    assertThat(rejected.get(0).get("message"))
        .isEqualTo("the finding has no theme. Fill in what it is about.");
  }

  @Test
  void staysApartFromOneThatDiffersByAnApostrophe() throws IOException {
    assertThat(themes(run("=x", "'=x", "''=x", "x", "'x")))
        .containsExactly("'''=x: 1", "''=x: 1", "'x: 1", "'=x: 1", "x: 1");
  }

  @Test
  void isTheSameAsOneThatLooksTheSame() throws IOException {
    assertThat(
            themes(
                run(
                    "Caf\u00e9",
                    "cafe\u0301",
                    "CAFE\u0301",
                    "caf\u00e9\u200e",
                    "ca\u00adf\u00e9",
                    "\u2003caf\u00e9\u2003")))
        .containsExactly("caf\u00e9: 6");
    assertThat(themes(run("record keeping", "record\u2003keeping", "Record\u2028\u200bKeeping")))
        .containsExactly("record keeping: 3");
  }
}
