package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;

/** Whatever bytes a CSV file has, each of its rows is a record or a rejection. */
class CsvFuzzTest {
  private static final String HEADER = "la_code,inspector,theme";
  private static final String GOOD = "340,Ada Person,Front door";
  private static final Layouts PROJECT = project();

  /** All that is shown of a row whose cells cannot be told apart. */
  private static final Pattern SIZE =
      Pattern.compile("(?:\\d+ cells?, )?\\d+ (?:character|byte)s?");

  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  /** A row whose quotes are as they should be. */
  private static final Pattern SOUND =
      Pattern.compile("(?:^|,)(?:\"[^\"]*+(?:\"\"[^\"]*+)*+\"|(?!\")[^,\"]*+)(?=,|$)");

  private static Layouts project() {
    try {
      List<Layout> layouts = ReferenceLoader.load(Path.of("..", "data")).layouts();
      return new Layouts(layouts.get(0), layouts);
    } catch (ReferenceException e) {
      throw new IllegalStateException("the project's own reference data is wrong", e);
    }
  }

  @FuzzTest
  @DictionaryEntries({
    "\"",
    "\"\"",
    "\",\"",
    ",,",
    "\uFEFF",
    "340,x,",
    "la_code",
    "published_date",
    "inspector_name"
  })
  void anyBytesAreRecordsAndRejections(byte[] bytes) {
    aFileReadsTheSameInEverySlicing(bytes, Reading.LAYOUTS);
    aFileReadsTheSameInEverySlicing(bytes, PROJECT);
    rowsAmongGoodOnes(new String(bytes, ISO_8859_1).replace("x", "Ada Person"));
  }

  private static void aFileReadsTheSameInEverySlicing(byte[] file, Layouts layouts) {
    Reading whole = Reading.inSlices("records.csv", file, Long.MAX_VALUE, layouts);

    long lines = lines(file).length;
    assertThat(whole.lines()).isSorted().doesNotHaveDuplicates();
    assertThat(whole.lines()).allMatch(line -> line >= 1 && line <= lines);
    assertThat(whole.raws()).allSatisfy(Reading::isFitToBeShown);
    int bytes = 1 + file.length / (2 + Math.floorMod(Arrays.hashCode(file), 6));
    assertThat(Reading.inSlices("records.csv", file, bytes, layouts).inWords())
        .as("in slices of %d bytes", bytes)
        .isEqualTo(whole.inWords());
  }

  /** Rows between two good ones, in a file one of whose columns is left out. */
  private static void rowsAmongGoodOnes(String rows) {
    byte[] file = String.join("\n", HEADER, GOOD, rows, GOOD, "").getBytes(ISO_8859_1);

    Reading reading = Reading.of("records.csv", file);

    assertThat(reading.unknown()).containsExactly("inspector");
    assertThat(reading.records()).allSatisfy(CsvFuzzTest::showsItsFieldsAlone);
    assertThat(reading.unreadable())
        .allSatisfy(fault -> assertThat(fault.raw()).matches(SIZE))
        .allSatisfy(fault -> assertThat(fault.toString()).doesNotContain("Ada Person"));
    List<String> found = reading.entries().stream().map(CsvFuzzTest::inWords).toList();
    String[] lines = lines(file);
    assertThat(found).startsWith("2: 340, Front door");
    if (rows.indexOf('"') < 0) {
      assertThat(found).isEqualTo(withoutQuotes(lines));
    } else if (Arrays.stream(lines).allMatch(CsvFuzzTest::isSound)) {
      assertThat(found).endsWith(lines.length - 1 + ": 340, Front door");
    }
  }

  private static void showsItsFieldsAlone(RawRecord record) {
    String fields =
        CSVFormat.RFC4180.format(record.get(Field.LA_CODE), "...", record.get(Field.THEME));
    assertThat(record.raw().get()).isEqualTo(ShownText.of(fields));
  }

  private static String inWords(RawEntry entry) {
    return entry instanceof RawRecord record
        ? record.lineNumber() + ": " + record.get(Field.LA_CODE) + ", " + record.get(Field.THEME)
        : entry.lineNumber() + ": unreadable";
  }

  /** What a file without quotes must give, told by splitting it at line breaks and commas. */
  private static List<String> withoutQuotes(String[] lines) {
    List<String> expected = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String found = i + 1 + ": ";
      try {
        String[] cells = utf8(lines[i]).split(",", -1);
        if (Arrays.stream(cells).allMatch(String::isBlank)) {
          continue;
        }
        expected.add(found + (cells.length == 3 ? cells[0] + ", " + cells[2] : "unreadable"));
      } catch (CharacterCodingException e) {
        expected.add(found + "unreadable");
      }
    }
    return expected;
  }

  private static boolean isSound(String row) {
    return SOUND.matcher(row).replaceAll("").isEmpty();
  }

  private static String[] lines(byte[] file) {
    return LINE_BREAK.split(new String(file, ISO_8859_1), -1);
  }

  /** A text of bytes that are UTF-8 without NUL characters. */
  private static String utf8(String bytes) throws CharacterCodingException {
    if (bytes.indexOf('\0') >= 0) {
      throw new CharacterCodingException();
    }
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1))).toString();
  }
}
