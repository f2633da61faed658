package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who published what the data are from: {@code reference/origins.csv}. */
class OriginLoaderTest {
  private static final String FILE = "reference/origins.csv";
  private static final String HEADER = "origin,provides,path,licence,licence_path\n";

  private final DataFolder data;

  OriginLoaderTest(@TempDir Path folder) {
    data = new DataFolder(folder);
  }

  @Test
  void theProjectsOwnNameTheirLicences() throws ReferenceException {
    assertThat(data.load().origins())
        .hasSize(8)
        .first()
        .satisfies(
            origin -> {
              assertThat(origin.name()).isEqualTo("Ofsted");
              assertThat(origin.licence()).isEqualTo("OGL-UK-3.0");
            });
  }

  @Test
  void withoutTheFileNothingIsSaid() throws ReferenceException {
    assertThat(data.delete(FILE).load().origins()).isEmpty();
  }

  @Test
  void whatIsWrongIsToldWithItsPlaceAndRemedy() {
    data.write(
        FILE,
        HEADER
            + ",The records,ofsted.gov.uk,OGL-UK-3.0,https://www.nationalarchives.gov.uk/\n"
            + "Ofsted,The records,https://www.gov.uk/,Open Government"
            + " Licence,https://www.gov.uk/\n");

    assertThat(data.problems())
        .hasSize(3)
        .anyMatch(told -> told.startsWith(FILE + ":2: ") && told.contains("the origin is blank"))
        .anyMatch(told -> told.contains("path is 'ofsted.gov.uk'") && told.contains("https://"))
        .anyMatch(
            told ->
                told.startsWith(FILE + ":3: ")
                    && told.contains("licence is 'Open Government Licence'")
                    && told.contains("such as OGL-UK-3.0"));
  }
}
