package org.gradeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.PlacesOfNames.Place;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be assigned to a known column is quoted nowhere: not in the tables, the database, the
 * pages, the manifest or the lineage, and not on either stream.
 */
@DisplayName("A person's name")
@Label("A person's name")
class NamesTest {
  private static final String NAME = "Ada Quillfeather";

  @Test
  void inAFooterIsShownByItsSize(@TempDir Path folder) throws IOException {
    String head = PlacesOfNames.HEADER + "\n";
    String row = "370,Barnsley,cpi,full,2012-07-13,Good\n";
    Path input = Files.createDirectories(folder.resolve("input"));
    Files.writeString(input.resolve("one.csv"), head + row + "Lead inspector: " + NAME + "\n");
    Files.writeString(input.resolve("padded.csv"), head + row + NAME + ",,,,,\n");
    Files.writeString(
        input.resolve("wrapped.csv"), head + ",inspector\n" + row + "," + NAME + "\n");

    CommandLineRun run = run(folder);

    assertThat(run.out()).contains("Records: 7 read = 1 accepted + 2 duplicate + 4 rejected");
    assertThat(CommandLineRun.rows(folder.resolve("reports"), "quality/rejected.csv"))
        .extracting(NamesTest::shown)
        .containsExactly(
            "one.csv 3 malformed_row, 1 cell, 1 cell, 32 characters",
            "padded.csv 3 malformed_row, 1 filled cell, 6 cells, 21 characters",
            "wrapped.csv 2 malformed_row, 2 cells, 2 cells, 10 characters",
            "wrapped.csv 4 malformed_row, 2 cells, 2 cells, 17 characters");
    assertThat(filesAndStreamsWithTheName(folder, run)).isEmpty();
  }

  private static String shown(CSVRecord row) {
    return Path.of(row.get("source")).getFileName()
        + " "
        + row.get("source_line")
        + " "
        + row.get("rule")
        + ", "
        + row.get("value")
        + ", "
        + row.get("raw");
  }

  @Test
  void isQuotedNowhereWhereverItCannotBeAssigned(@TempDir Path folder) throws IOException {
    List<Place> places = new ArrayList<>(PlacesOfNames.IN_ROWS);
    places.addAll(PlacesOfNames.IN_JSON);
    write(folder, places, NAME);

    assertThat(filesAndStreamsWithTheName(folder, run(folder))).isEmpty();
  }

  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  @Label("is quoted nowhere among any other text")
  void isQuotedNowhereAmongAnyOtherText(
      @ForAll @Size(min = 1, max = 20) List<@From("places") Place> places,
      @ForAll("beside") String before,
      @ForAll("beside") String after)
      throws IOException {
    Path folder = Files.createTempDirectory("names");
    try {
      write(folder, places, before + NAME + after);

      assertThat(filesAndStreamsWithTheName(folder, run(folder))).isEmpty();
    } finally {
      PathUtils.deleteDirectory(folder);
    }
  }

  @Provide
  Arbitrary<Place> places() {
    return Arbitraries.oneOf(
        Arbitraries.of(PlacesOfNames.IN_ROWS), Arbitraries.of(PlacesOfNames.IN_JSON));
  }

  /** Anything that neither ends a cell or text nor begins one. */
  @Provide
  Arbitrary<String> beside() {
    return Arbitraries.strings().withChars("aZ 0.:;-_'()/@=+é").ofMaxLength(30);
  }

  private static void write(Path folder, List<Place> places, String text) throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    for (int i = 0; i < places.size(); i++) {
      Files.write(input.resolve(i + places.get(i).ending()), places.get(i).with(text));
    }
  }

  private static CommandLineRun run(Path folder) {
    CommandLineRun run =
        CommandLineRun.of(
            "run",
            "--data",
            CommandLineRun.DATA.toString(),
            "--input",
            folder.resolve("input").toString(),
            "--reports",
            folder.resolve("reports").toString(),
            "--lineage",
            folder.resolve("lineage.jsonl").toString(),
            "--log",
            "json",
            "--max-rejected",
            "100");
    assertThat(run.status()).as(run.err()).isIn(0, 3);
    return run;
  }

  private static List<String> filesAndStreamsWithTheName(Path folder, CommandLineRun run)
      throws IOException {
    List<String> found = new ArrayList<>();
    if (has(run.out()) || has(run.err())) {
      found.add("a stream");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean read = file.startsWith(folder.resolve("input"));
        if (!read && has(new String(Files.readAllBytes(file), UTF_8))) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    assertThat(folder.resolve("lineage.jsonl")).isNotEmptyFile();
    return found;
  }

  /** Also in part, and as JSON or HTML would write it. */
  private static boolean has(String text) {
    return text.toLowerCase(Locale.ROOT).contains("quillfeather");
  }
}
