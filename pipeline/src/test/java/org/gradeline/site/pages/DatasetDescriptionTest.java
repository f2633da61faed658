package org.gradeline.site.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What search engines and catalogues read of the data. */
class DatasetDescriptionTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static JsonNode described(String dataPackage) throws IOException {
    return MAPPER.readTree(DatasetDescription.of(MAPPER.readTree(dataPackage)));
  }

  /** Earlier versions said neither what they are from nor of which days. */
  @Test
  void ofReportsOfAnEarlierVersionHasWhatTheySay() throws IOException {
    JsonNode dataset =
        described(
            """
            {"name": "gradeline-reports", "title": "Inspections",
             "licenses": [{"name": "OGL-UK-3.0", "path": "https://example.org/licence"}],
             "resources": [{"name": "latest", "path": "tables/latest.csv", "mediatype": "text/csv", "bytes": 12}]}
            """);

    assertThat(dataset.path("name").asText()).isEqualTo("Inspections");
    assertThat(dataset.path("license").asText()).isEqualTo("https://example.org/licence");
    assertThat(dataset.path("distribution").path(0).path("contentUrl").asText())
        .isEqualTo("../tables/latest.csv");
    assertThat(dataset.has("dateModified")).isFalse();
    assertThat(dataset.has("temporalCoverage")).isFalse();
    assertThat(dataset.has("spatialCoverage")).isFalse();
    assertThat(dataset.has("isBasedOn")).isFalse();
  }

  @Test
  void aTextCannotEndTheScriptThatItIsIn() throws IOException {
    String title = "Inspections</script><script>alert(1)</script>";
    String json = DatasetDescription.of(MAPPER.createObjectNode().put("title", title));

    assertThat(json).doesNotContain("<");
    assertThat(MAPPER.readTree(json).path("name").asText()).isEqualTo(title);
  }

  @Test
  void whatHasNoBeginningIsOpen() throws IOException {
    assertThat(
            described("{\"temporal\": {\"end\": \"2026-08-20\"}}")
                .path("temporalCoverage")
                .asText())
        .isEqualTo("../2026-08-20");
  }
}
