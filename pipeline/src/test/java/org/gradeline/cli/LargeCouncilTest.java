package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A council with a million records, which one worker follows at once, in a memory of 1 GiB. */
@DisplayName("A council with a million records")
class LargeCouncilTest {
  private static final int RECORDS = 1_000_000;
  private static final int DAYS = 1500;
  private static final LocalDate FIRST = LocalDate.of(2018, 1, 22);

  @TempDir private Path folder;

  /** Every other record is a visit with a theme of its own; the inspections repeat. */
  private Path records() throws IOException {
    Path file = folder.resolve("records.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "la_code,framework,inspection_type,start_date,published_date,theme,overall_effectiveness\n");
      for (int i = 0; i < RECORDS; i += 2) {
        LocalDate day = FIRST.plusDays(i % DAYS);
        String dates = day + "," + day.plusDays(40);
        out.write("340,ilacs,focused visit," + dates + ",theme " + i + ",\n");
        out.write("340,ilacs,standard," + dates + ",,Good\n");
      }
    }
    return file;
  }

  @Test
  void isFollowedWithoutALoss() throws Exception {
    OwnProcess run =
        OwnProcess.start(
            OwnProcess.command(
                List.of("-Xmx1g"),
                List.of(
                    "run",
                    "--no-site",
                    "--data",
                    CommandLineRun.DATA.toString(),
                    "--input",
                    records().toString(),
                    "--min-councils-graded",
                    "off",
                    "--reports",
                    folder.resolve("reports").toString())));

    assertThat(run.status()).as(run.printed()).isZero();
    // 750 days have an inspection each, and every visit has another theme.
    assertThat(run.printed())
        .contains("Records: 1,000,000 read = 500,750 accepted + 499,250 duplicate + 0 rejected")
        .contains("Ratings: 750. Visits: 500,000.");
  }
}
