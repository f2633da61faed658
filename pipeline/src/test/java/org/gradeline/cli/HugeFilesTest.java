package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that are small on the disk and huge when they are unpacked, read in less memory than they
 * have: a row that never ends, and nothing but zeros. {@code -Dhuge.mebibytes=2048} makes them as
 * large as they were meant.
 */
@DisplayName("Huge files")
class HugeFilesTest {
  private static final int MEBIBYTES = Integer.getInteger("huge.mebibytes", 96);
  private static final String HEADER =
      "la_code,framework,start_date,published_date,overall_effectiveness\n";

  @TempDir private Path folder;

  private static byte[] pack(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Packed files may follow each other in one, so that the middle is packed once only. */
  private static void write(Path file, String before, String mebibyte, String after)
      throws IOException {
    byte[] middle = pack(mebibyte);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(pack(before));
      for (int i = 0; i < MEBIBYTES; i++) {
        out.write(middle);
      }
      out.write(pack(after));
    }
  }

  @Test
  void areReadInLittleMemoryAndCostNoRecordBesideThem() throws Exception {
    Path input = Files.createDirectories(folder.resolve("input"));
    write(
        input.resolve("row.csv.gz"),
        HEADER + "340,ilacs,2021-10-11,2021-12-03,Good\n304,ilacs,",
        "x".repeat(1 << 20),
        "\n304,ilacs,2019-03-04,2019-04-12,Good\n");
    write(input.resolve("zeros.csv.gz"), "", "\0".repeat(1 << 20), "");
    Files.writeString(
        input.resolve("small.csv"), HEADER + "305,ilacs,2019-03-04,2019-04-12,Good\n");
    Path reports = folder.resolve("reports");

    OwnProcess run =
        OwnProcess.start(
            OwnProcess.command(
                List.of("-Xmx64m"),
                List.of(
                    "run",
                    "--data",
                    CommandLineRun.DATA.toString(),
                    "--input",
                    input.toString(),
                    "--reports",
                    reports.toString())));

    assertThat(run.status()).as(run.printed()).isZero();
    assertThat(
            CommandLineRun.rows(reports, "tables/ratings.csv").stream()
                .map(row -> row.get("la_code") + " line " + row.get("source_line")))
        .containsExactly("304 line 4", "305 line 2", "340 line 2");
    assertThat(
            CommandLineRun.rows(reports, "quality/rejected.csv").stream()
                .map(row -> row.get("source_line") + " " + row.get("message")))
        .containsExactly(
            "3 the row is longer than 1 MiB (line 3)",
            "1 the row is longer than 1 MiB (line 1); none of the file's rows was read");
    assertThat(run.printed())
        .contains("Records: 5 read = 3 accepted + 0 duplicate + 2 rejected")
        .doesNotContain("Exception", "\tat ");
  }
}
