package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that break off or are gone: what could be read is, and the rest is one rejection. */
class BrokenFilesTest {
  private static final String TOO_EARLY = "it ends too early: the compressed data is cut off";

  @ParameterizedTest
  @ValueSource(strings = {"records.csv.gz", "records.jsonl.gz", "records.json.gz"})
  void aCutCompressedFileGivesTheRecordsBeforeTheCut(String name) {
    byte[] whole = Reading.gzip(records(name, 5_000).getBytes(UTF_8));
    assertThat(Reading.of(name, whole).records()).hasSize(5_000);

    for (double share : new double[] {0.3, 0.6, 0.9, 0.99}) {
      byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
      Reading reading = Reading.of(name, cut);

      int read = reading.records().size();
      assertThat(read).isBetween((int) (5_000 * (share - 0.1)), (int) (5_000 * (share + 0.1)));
      assertThat(reading.unreadable())
          .containsExactly(
              new Unreadable(
                  read + 2L,
                  Rule.UNREADABLE_FILE,
                  "",
                  "the file cannot be read from line " + (read + 2) + " on: " + TOO_EARLY,
                  "Get a new copy of the file.",
                  ""));
      assertThat(reading.entries().get(read)).isInstanceOf(Unreadable.class);
    }
  }

  /** Records from line 2 on, one a line, of chance text, so that they pack evenly. */
  private static String records(String name, int count) {
    boolean csv = name.contains("csv");
    Random random = new Random(20140630);
    StringBuilder text =
        new StringBuilder(csv ? "la_code,theme\n" : name.contains("jsonl") ? "\n" : "[\n");
    for (int row = 0; row < count; row++) {
      String theme = Long.toString(random.nextLong(), 36) + Long.toString(random.nextLong(), 36);
      text.append(csv ? "340," + theme : "{\"la_code\": \"340\", \"theme\": \"" + theme + "\"}");
      text.append(name.contains("json.") && row < count - 1 ? ",\n" : "\n");
    }
    return text.append(name.contains("json.") ? "]" : "").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"records.csv.gz", "records.jsonl.gz", "records.json.gz"})
  void aFileThatOnlyClaimsToBeCompressedIsRejectedOnce(String name) {
    assertThat(Reading.of(name, "la_code\n340\n".getBytes(UTF_8)).entries())
        .containsExactly(
            new Unreadable(
                1,
                Rule.UNREADABLE_FILE,
                "",
                "the file cannot be read from line 1 on: it is not compressed with gzip, although"
                    + " its name says so",
                "Get a new copy of the file.",
                ""));
  }

  @Test
  void anEmptyCompressedFileIsRejected() {
    assertThat(Reading.of("records.csv.gz", new byte[0]).unreadable())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).endsWith(TOO_EARLY));
  }

  @Test
  void aDamagedCompressedFileIsReportedEvenWhenAllOfItCameOut() {
    byte[] packed = Reading.gzip("la_code\n340\n815\n".getBytes(UTF_8));
    packed[packed.length - 8] ^= 1;

    Reading reading = Reading.of("records.csv.gz", packed);

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "815");
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.lineNumber()).isEqualTo(4);
              assertThat(fault.message()).contains("the compressed data is damaged");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"records.csv", "records.json", "records.jsonl", "records.csv.gz"})
  void aFileThatIsGoneWhenItIsReadIsRejected(String name, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "la_code\n340\n");
    List<Slice> slices = Reading.slices(Sources.in(folder), Long.MAX_VALUE, Reading.LAYOUTS);
    Files.delete(file);

    assertThat(Reading.of(slices).entries())
        .containsExactly(
            new Unreadable(
                1,
                Rule.UNREADABLE_FILE,
                "",
                "the file cannot be read from line 1 on: it no longer exists",
                "Get a new copy of the file.",
                ""));
  }
}
