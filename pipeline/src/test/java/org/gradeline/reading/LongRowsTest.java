package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A record is at most 1 MiB long; a longer one is passed over, and never held as a whole. */
class LongRowsTest {
  private static final int LIMIT = 1 << 20;
  private static final int HUGE = 32 << 20;

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource
  void aHugeRecordIsPassedOverWithoutBeingHeld(
      String name,
      String before,
      String filling,
      String after,
      Rule rule,
      String message,
      @TempDir Path folder)
      throws IOException {
    write(folder.resolve(name), before, filling, after);
    List<Slice> slices = Reading.slices(Sources.in(folder), Long.MAX_VALUE, Reading.LAYOUTS);

    long allocatedBefore = allocated();
    Reading reading = Reading.of(slices);
    long allocated = allocated() - allocatedBefore;

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "815");
    assertThat(reading.entries().get(1))
        .isInstanceOfSatisfying(
            Unreadable.class,
            fault -> {
              assertThat(fault.rule()).isEqualTo(rule);
              assertThat(fault.message()).isEqualTo(message);
              assertThat(fault.raw()).doesNotContain("xx");
            });
    assertThat(reading.entries()).hasSize(3);
    assertThat(allocated).as("bytes allocated for a record of 32 MiB").isLessThan(limit(name));
  }

  /**
   * The first MiB of a JSON record is built, and costs some forty times its length. A key that is
   * passed over is a text of its own for a moment: a table of keys could be made slow.
   */
  private static long limit(String name) {
    return switch (name) {
      case "values.json.gz" -> 3L * HUGE;
      case "keys.json.gz" -> 8L * HUGE;
      default -> HUGE;
    };
  }

  static List<Arguments> aHugeRecordIsPassedOverWithoutBeingHeld() {
    String tooLong = "the row is longer than 1 MiB (line 3)";
    return List.of(
        arguments(
            "one-cell.csv.gz",
            "la_code,theme\n340,\n815,",
            "x",
            "\n815,\n",
            Rule.MALFORMED_ROW,
            tooLong),
        arguments(
            "many-cells.csv.gz",
            "la_code,theme\n340,\n815",
            ",\"x\"",
            "\r\n815,\r\n",
            Rule.MALFORMED_ROW,
            tooLong),
        arguments(
            "old-line-breaks.csv.gz",
            "la_code,theme\r340,\r815,",
            "x",
            "\r815,\r",
            Rule.MALFORMED_ROW,
            tooLong),
        arguments(
            "many-lines.csv.gz",
            "la_code,theme\n340,\n815,\"",
            "931,Oxfordshire\n",
            "\"\n815,\n",
            Rule.MALFORMED_ROW,
            "the row is longer than 1 MiB (lines 3 to " + (3 + HUGE / 16) + ")"),
        arguments(
            "line.jsonl.gz",
            "\n{\"la_code\": 340}\n{\"theme\": \"",
            "x",
            "\"}\n{\"la_code\": 815}\n",
            Rule.MALFORMED_JSON,
            tooLong),
        arguments(
            "values.json.gz",
            "[{\"la_code\": 340},\n{\"notes\": [1",
            ",1,{},[],\"\"",
            "]}, {\"la_code\": 815}]",
            Rule.MALFORMED_JSON,
            "the record is longer than 1 MiB"),
        arguments(
            "keys.json.gz",
            "[{\"la_code\": 340},\n{\"notes\": [",
            "{\"a\": 1},",
            "{}]}, {\"la_code\": 815}]",
            Rule.MALFORMED_JSON,
            "the record is longer than 1 MiB"));
  }

  @Test
  void aHugeTextEndsTheReadingOfAJsonDocument(@TempDir Path folder) throws IOException {
    write(
        folder.resolve("text.json.gz"),
        "[{\"la_code\": 340},\n{\"theme\": \"",
        "x",
        "\"}, {\"la_code\": 815}]");
    List<Slice> slices = Reading.slices(Sources.in(folder), Long.MAX_VALUE, Reading.LAYOUTS);

    long allocatedBefore = allocated();
    Reading reading = Reading.of(slices);
    long allocated = allocated() - allocatedBefore;

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340");
    assertThat(reading.unreadable())
        .containsExactly(
            new Unreadable(
                2,
                Rule.MALFORMED_JSON,
                "",
                "this is not JSON: a value is too deep or too long. The rest of the file was not"
                    + " read.",
                "Shorten it.",
                ""));
    assertThat(allocated).as("bytes allocated for a text of 32 MiB").isLessThan(HUGE);
  }

  @ParameterizedTest
  @CsvSource({"'', 7", "'\n', 7", "'\r\n', 7", "'\nx', 8"})
  void aLongRowThatIsNeverClosedTakesTheRestOfTheFileWithIt(String end, long lastLine) {
    String open = "340,\"" + ("x".repeat(LIMIT / 4) + "\n").repeat(5);

    Reading reading = Reading.ofCsv("la_code,theme\n" + open + "815," + end);

    assertThat(reading.entries())
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class,
            fault -> {
              assertThat(fault.lineNumber()).isEqualTo(2);
              assertThat(fault.message())
                  .isEqualTo("the row is longer than 1 MiB (lines 2 to " + lastLine + ")");
              assertThat(fault.value()).isEqualTo(open.length() + 4 + end.length() + " bytes");
              assertThat(fault.suggestion())
                  .isEqualTo("Look for a quote that is not closed, or shorten the row.");
              assertThat(fault.raw()).isEqualTo(fault.value());
            });
  }

  @Test
  void theLimitIsOneMebibyteWithTheLineBreak() {
    String longest = "340," + "x".repeat(LIMIT - 5) + "\n";
    String tooLong = "340," + "x".repeat(LIMIT - 4) + "\n";

    Reading reading = Reading.ofCsv("la_code,theme\n" + longest + tooLong + longest + "815,\n");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "340", "815");
    assertThat(reading.unreadable()).extracting(Unreadable::lineNumber).containsExactly(3L);
  }

  @Test
  void behindAHeaderThatIsTooLongNothingIsRead() {
    Reading reading =
        Reading.ofCsv("la_code," + "x".repeat(LIMIT) + "\n340,Knowsley\n815,North Yorkshire\n");

    assertThat(reading.entries())
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class,
            fault ->
                assertThat(fault.message())
                    .isEqualTo(
                        "the row is longer than 1 MiB (line 1);"
                            + " none of the file's rows was read"));
  }

  private static void write(Path file, String before, String filling, String after)
      throws IOException {
    byte[] chunk = filling.repeat((LIMIT / 4) / filling.length()).getBytes(UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(before.getBytes(UTF_8));
      for (int written = 0; written < HUGE; written += chunk.length) {
        out.write(chunk);
      }
      out.write(after.getBytes(UTF_8));
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
