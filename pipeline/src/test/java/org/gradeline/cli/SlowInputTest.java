package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files and patterns that would take minutes or years if the time grew faster than their size. The
 * limit is generous: a busy machine is slow too. {@code Budgets} of the benchmark measures.
 */
@DisplayName("Input that is made to be slow")
class SlowInputTest {
  private static final Duration LIMIT = Duration.ofSeconds(100);
  private static final int MEBIBYTES = 32;
  private static final String HEADER =
      "la_code,council,framework,published_date,overall_effectiveness\n";
  private static final String MANY_STARS = "*a".repeat(40) + "*.json";

  @TempDir private Path folder;

  private CommandLineRun run(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--max-rejected", "100"));
    return assertTimeoutPreemptively(
        LIMIT, () -> CommandLineRun.run(folder.resolve("reports"), all));
  }

  static List<String> hostilePatterns() {
    return List.of(
        MANY_STARS,
        "a*".repeat(8) + "b",
        "?".repeat(60) + "*" + "?*".repeat(8) + "z",
        "{a,aa}*".repeat(40) + "z",
        "**/".repeat(40) + "z",
        "[a-z]*".repeat(40) + "!");
  }

  @ParameterizedTest
  @MethodSource("hostilePatterns")
  void aPatternOfInputWithManyStars(String pattern) throws IOException {
    Path input = Files.createDirectories(folder.resolve("input"));
    Files.writeString(input.resolve("a".repeat(200) + ".csv"), HEADER);

    CommandLineRun run = run("--input", input + "/" + pattern);

    assertThat(run.err()).contains("there is no such file");
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aPatternOfSourcesWithManyStars() throws IOException {
    Path data = folder.resolve("data");
    PathUtils.copyDirectory(CommandLineRun.DATA, data);
    Files.writeString(
        data.resolve("sources.yaml"),
        "sources:\n  - {source: Stars, files: ['" + MANY_STARS + "']}\n");
    Path input = Files.createDirectories(folder.resolve("input"));
    Files.writeString(
        input.resolve("a".repeat(200) + ".csv"), HEADER + "340,Knowsley,ilacs,2019-04-12,Good\n");

    CommandLineRun run = run("--data", data.toString(), "--input", input.toString());

    assertThat(run.out()).contains("Records: 1 read = 1 accepted");
    assertThat(run.status()).isZero();
  }

  @Test
  void anOutlineWithThousandsOfCorners() throws IOException {
    Path data = folder.resolve("data");
    PathUtils.copyDirectory(CommandLineRun.DATA, data);
    Files.writeString(
        data.resolve("reference/hexes.csv"),
        "la_code,outline\n340,\"M1,1" + " 2,3".repeat(20_000) + "Z\"\n");
    Path input = folder.resolve("records.csv");
    Files.writeString(input, HEADER + "340,Knowsley,ilacs,2019-04-12,Good\n");

    CommandLineRun run = run("--data", data.toString(), "--input", input.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
  }

  @Test
  void aCouncilWithHundredThousandWordsInItsName() throws IOException {
    Path input = folder.resolve("records.csv");
    Files.writeString(
        input,
        HEADER
            + ",Knowsley"
            + " city".repeat(200_000)
            + " council of,ilacs,2019-04-12,Good\n"
            + "340,Knowsley,ilacs,2019-04-12,Good\n");

    CommandLineRun run = run("--input", input.toString());

    assertThat(run.out()).contains("Records: 2 read = 1 accepted + 0 duplicate + 1 rejected");
    assertThat(run.status()).isZero();
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "a.json, {}",
    "b.json, '{} '",
    "c.jsonl, '{}\n'",
    "d.csv, '\n'",
    "e.csv, '\r'",
    "f.jsonl, '\r'"
  })
  void smallFilesThatUnpackToMillionsOfNothings(String name, String nothing) throws IOException {
    String good =
        name.endsWith("csv")
            ? HEADER + "340,Knowsley,ilacs,2019-04-12,Good\n"
            : "{\"la_code\": \"340\", \"framework\": \"ilacs\", \"published_date\": \"2019-04-12\","
                + " \"overall_effectiveness\": \"Good\"}\n";
    Path input = folder.resolve(name + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(input))) {
      out.write(good.getBytes(StandardCharsets.UTF_8));
      byte[] mebibyte =
          nothing.repeat((1 << 20) / nothing.length()).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < MEBIBYTES; i++) {
        out.write(mebibyte);
      }
    }

    CommandLineRun run = run("--input", input.toString());

    assertThat(run.out()).contains("Records: 1 read = 1 accepted + 0 duplicate + 0 rejected");
    assertThat(run.status()).isZero();
  }
}
