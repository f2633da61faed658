package org.gradeline.publishing.describing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gradeline.OneRun;
import org.gradeline.ProjectReports;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.gradeline.tables.RunView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How to cite the reports, for people and programs (Citation File Format 1.2.0). */
class CitationTest {
  private static final LocalDate DAY = LocalDate.of(2026, 8, 20);

  private static JsonNode citation(@Nullable String newest) throws IOException {
    RunView view =
        RunView.of(ProjectData.reference(), new ReportingDate(DAY, DAY), null, null, List.of());
    return new YAMLMapper()
        .readTree(
            Citation.describe("1.2.3", newest == null ? null : PartialDate.parse(newest), view));
  }

  @Test
  void hasWhatTheFormatRequires() throws IOException {
    JsonNode citation = citation("2026-08-20");

    assertThat(citation.path("cff-version").asText()).isEqualTo("1.2.0");
    assertThat(citation.path("message").asText()).isNotEmpty();
    assertThat(citation.path("title").asText()).startsWith("Inspections of England's councils");
    assertThat(citation.path("authors"))
        .singleElement()
        .satisfies(author -> assertThat(author.path("name").asText()).isNotEmpty());
    assertThat(citation.path("type").asText()).isEqualTo("dataset");
    assertThat(citation.path("version").asText()).isEqualTo("1.2.3");
    assertThat(citation.path("license").asText()).isEqualTo("OGL-UK-3.0");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # newest publication, date
          2026-08-12,           2026-08-12
          2026-07,              2026-07-31
          # A run knows nothing of what came out after its own day.
          2026-09-01,           2026-08-20
          ,                     2026-08-20
          """)
  void isOfTheNewestReportThatTheRunKnows(@Nullable String newest, String date) throws IOException {
    assertThat(citation(newest).path("date-released").asText()).isEqualTo(date);
  }

  /** The repository's own, which programs read at its top. */
  @Test
  void theProgramIsCitedWithItsVersion() throws IOException {
    JsonNode citation = new YAMLMapper().readTree(Path.of("..", "CITATION.cff").toFile());

    assertThat(citation.path("cff-version").asText()).isEqualTo("1.2.0");
    assertThat(citation.path("type").asText()).isEqualTo("software");
    assertThat(citation.path("license").asText()).isEqualTo("Apache-2.0");
    assertThat(citation.path("authors")).isNotEmpty();
    assertThat(Files.readString(Path.of("..", "pom.xml")))
        .contains("<version>" + citation.path("version").asText() + "</version>");
  }

  @Test
  @ExtendWith(OneRun.class)
  void isInTheFolderOfTheReports(ProjectReports reports) throws IOException {
    JsonNode citation =
        new YAMLMapper().readTree(reports.folder().resolve("CITATION.cff").toFile());

    assertThat(citation.path("date-released").asText()).isEqualTo("2026-08-20");
  }
}
