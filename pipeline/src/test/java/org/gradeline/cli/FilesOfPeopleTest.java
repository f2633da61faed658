package org.gradeline.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small files of the kinds that people reported trouble with, and all that a run says of each. */
@DisplayName("Files as people have them")
class FilesOfPeopleTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String HEADER =
      "la_code,council,framework,start_date,end_date,published_date,overall_effectiveness,in_care,"
          + "care_leavers";
  private static final String KNOWSLEY =
      "340,Knowsley,ilacs,2024-09-30,2024-10-11,2025-01-20,Inadequate,Good,Good";
  private static final String LIVERPOOL = "341,Liverpool,ilacs,2023-03-13,,2023-05-25,Good,Good,";
  private static final String TABLE = HEADER + "\n" + KNOWSLEY + "\n" + LIVERPOOL + "\n";
  private static final String JSON =
      "{\"la_code\": 340, \"framework\": \"ilacs\", \"start_date\": \"2024-09-30\","
          + " \"published_date\": \"2025-01-20\", \"in_care\": \"Good\"";
  private static final String PUT_QUOTES =
      "Give every column a cell, and put quotes around cells that have commas.";
  private static final String NONE_READ = "; none of the file's rows was read";

  /**
   * A file.
   *
   * @param name its name
   * @param content its bytes
   * @param used how many of its records are accepted or duplicates
   * @param told the rows on it in quality/rejected.csv, repairs.csv and warnings.csv, without the
   *     file's name
   */
  private record Case(String name, Supplier<byte[]> content, int used, List<String> told) {
    static Case of(String name, String content, int used, String... told) {
      return of(name, content.getBytes(UTF_8), used, told);
    }

    static Case of(String name, byte[] content, int used, String... told) {
      return new Case(name, () -> content, used, List.of(told));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir private static Path folder;

  static List<Case> files() {
    return Stream.of(characters(), values(), rows(), separators(), names(), json(), bytes())
        .flatMap(List::stream)
        .toList();
  }

  private static String changed(String before, String after) {
    assertThat(TABLE).contains(before);
    return TABLE.replace(before, after);
  }

  private static List<Case> characters() {
    return List.of(
        Case.of(
            "marks.csv",
            changed("2025-01-20,Inadequate", "\u200E2025-01-20,Inad\u00ADequate"),
            2,
            "repairs | 2 | invisible_characters | overall_effectiveness | Inad\u00ADequate |"
                + " Inadequate",
            "repairs | 2 | invisible_characters | published_date | \u200E2025-01-20 | 2025-01-20"),
        Case.of(
            "escapes.csv",
            changed("Liverpool", "Liverpool_x000D_"),
            2,
            "repairs | 3 | invisible_characters | council | Liverpool_x000D_ | Liverpool"),
        Case.of(
            "wide.csv",
            changed("341,Liverpool", "\uFF13\uFF14\uFF11,Liverpool\u00A0"),
            2,
            "repairs | 3 | wide_characters | council | Liverpool\u00A0 | Liverpool",
            "repairs | 3 | wide_characters | la_code | \uFF13\uFF14\uFF11 | 341"),
        Case.of("blanks.csv", changed("Good,Good", " Good ,Good\t"), 2),
        Case.of("blank-row.csv", TABLE + "\u00A0,\u200B,,,,,,,\n", 2),
        Case.of("end-of-file-mark.csv", TABLE + "\u001A", 2));
  }

  private static List<Case> values() {
    return List.of(
        Case.of(
            "missing.csv",
            changed("2024-10-11", "N/A")
                .replace("Inadequate,Good,Good", "Inadequate,[z],Not yet inspected"),
            2),
        Case.of("not-judged.csv", changed("Inadequate", "Not judged"), 2),
        Case.of(
            "spreadsheet-error.csv",
            changed("2024-10-11", "#VALUE!").replace("Inadequate,Good", "Inadequate,#REF!"),
            2,
            "rejected | 2 | unreadable_grade | in_care | #REF! | '#REF!' stands in place of a grade"
                + " for in_care. Look the grade up in the report. | | "
                + KNOWSLEY.replace("2024-10-11", "#VALUE!").replace(",Good,Good", ",#REF!,Good"),
            "warnings | 2 | unreadable_value | end_date | #VALUE! | whoever made the file could not"
                + " read the value, so it counts as blank"),
        Case.of(
            "timestamps.csv",
            changed("2024-09-30", "2024-09-30T00:00:00").replace("340,", "340.0,"),
            2,
            "repairs | 2 | time_of_day | start_date | 2024-09-30T00:00:00 | 2024-09-30",
            "repairs | 2 | whole_number | la_code | 340.0 | 340"),
        Case.of(
            "day-first.csv",
            changed("2023-05-25", "25/05/2023"),
            1,
            "rejected | 3 | invalid_date | published_date | 25/05/2023 | '25/05/2023' is not a"
                + " date. Write it as yyyy-mm-dd, yyyy-mm or yyyy. Or, if all dates of the file are"
                + " like this, give it a layout with dates: [d/m/yyyy] and name that with --layout;"
                + " data/README.md says how. | yyyy-mm-dd | "
                + LIVERPOOL.replace("2023-05-25", "25/05/2023")));
  }

  private static List<Case> rows() {
    return List.of(
        Case.of("surplus.csv", HEADER + ",,\n" + KNOWSLEY + "\n" + LIVERPOOL + ",,,,\n", 2),
        Case.of(
            "short.csv",
            HEADER + "\n341,Liverpool,ilacs,2023-03-13,,2023-05-25,Good\n",
            1,
            "repairs | 2 | short_row | in_care, care_leavers | 7 cells | 9 cells"),
        Case.of(
            "too-short.csv",
            HEADER + "\n341,Liverpool,ilacs,2023-03-13,,2023-05-25\n",
            0,
            "rejected | 2 | malformed_row | | 6 cells | the row has 6 cells, but the header has 9 |"
                + " "
                + PUT_QUOTES
                + " | 6 cells, 42 characters"),
        Case.of(
            "footer.csv",
            TABLE + "Lead inspector: A Person\n,A Person\n",
            2,
            "rejected | 4 | malformed_row | | 1 cell | the row has 1 cell, but the header has 9 | "
                + PUT_QUOTES
                + " | 1 cell, 24 characters",
            "rejected | 5 | malformed_row | | 2 cells | the row has 2 cells, but the header has 9 |"
                + " "
                + PUT_QUOTES
                + " | 2 cells, 9 characters"),
        Case.of("nameless.csv", HEADER + ",\n" + KNOWSLEY + ",A Person\n" + LIVERPOOL + ",\n", 2));
  }

  private static List<Case> separators() {
    return List.of(
        Case.of("semicolons.csv", TABLE.replace(',', ';'), 2),
        Case.of("tabs.csv", TABLE.replace(',', '\t'), 2),
        Case.of("bars.csv", TABLE.replace(',', '|'), 2),
        Case.of("sep.csv", "sep=,\r\n" + TABLE + "340,A Person\n", 2, tooShort("commas")),
        Case.of(
            "sep-other.csv",
            "sep=^\n" + TABLE.replace(',', '^') + "340^A Person\n",
            2,
            tooShort("'^'")),
        Case.of(
            "unknown.csv",
            "code;name;date\n1;2;3\n",
            0,
            "rejected | 1 | unknown_layout | | | the header, with semicolons between its cells,"
                + " does not match any known layout; the nearest is gradeline, for which it lacks"
                + " 'la_code or gss_code or urn or council', 'published_date or start_date', 'an"
                + " area, grade or inspection_type'"
                + NONE_READ
                + " | Add the columns, or describe the file in a layout: 'gradeline check --input"
                + " FILE --suggest-layout' prints one to start from. |"));
  }

  private static String tooShort(String separator) {
    return "rejected | 5 | malformed_row | | 2 cells | the row has 2 cells, but the header has 9 | "
        + PUT_QUOTES.replace("commas", separator)
        + " | 2 cells, 12 characters";
  }

  private static List<Case> names() {
    return List.of(
        Case.of(
            "spaces.csv",
            changed("care_leavers", "\u00A0care_leavers\u200B").replace("la_code", " LA_Code "),
            2,
            "repairs | 1 | column_name | care_leavers | \u00A0care_leavers\u200B | care_leavers"),
        Case.of(
            "note.csv",
            changed("care_leavers", "Care_leavers [note 2]"),
            2,
            "repairs | 1 | column_name | care_leavers | Care_leavers [note 2] | care_leavers"),
        Case.of(
            "slip.csv",
            changed("care_leavers", "care leaver"),
            0,
            "rejected | 1 | unknown_column | | care leaver | the column 'care leaver' is not known"
                + " (did you mean 'care_leavers'?)"
                + NONE_READ
                + " | Rename it 'care_leavers'. If it is something else, give it another name, or"
                + " leave it out in a layout of the file. |"),
        Case.of(
            "twice.csv",
            changed("care_leavers", "In_care [note 1]"),
            0,
            "rejected | 1 | unreadable_file | | in_care | the header has a column twice"
                + NONE_READ
                + " | Rename or remove one of the two. |"),
        Case.of(
            "keys.json",
            JSON + ", \"care_leavers\\u00a0\": \"Good\"}",
            1,
            "repairs | 1 | column_name | care_leavers | care_leavers\u00A0 | care_leavers"),
        Case.of(
            "slip.json",
            "[" + JSON + ", \"overal_effectiveness\": \"Good\"},\n" + JSON + "}]",
            1,
            "rejected | 1 | unknown_column | | overal_effectiveness | the key"
                + " 'overal_effectiveness' is not known (did you mean 'overall_effectiveness'?) |"
                + " Rename it 'overall_effectiveness'. If it is something else, give it another"
                + " name. | "
                + "{\"la_code\":\"340\",\"framework\":\"ilacs\",\"start_date\":\"2024-09-30\","
                + "\"published_date\":\"2025-01-20\",\"in_care\":\"Good\",\"...\":\"...\"}"));
  }

  private static List<Case> json() {
    return List.of(
        Case.of(
            "nan.json",
            "[" + JSON + ", \"care_leavers\": NaN},\n" + JSON + ", \"end_date\": -Infinity}]",
            2,
            "warnings | 1 | unreadable_value | care_leavers | NaN | JSON has no value NaN, so it"
                + " counts as blank. Write null.",
            "warnings | 2 | unreadable_value | end_date | '-Infinity | JSON has no value -Infinity,"
                + " so it counts as blank. Write null."),
        Case.of("envelope.json", "{\"data\": [" + JSON + "},\n" + JSON + "}]}", 2),
        Case.of(
            "deep-envelope.json",
            "{\"meta\": {\"n\": [1]}, \"result\": {\"records\": [" + JSON + "}]}, \"next\": null}",
            1),
        Case.of("empty-envelope.json", "{\"meta\": {\"pages\": 0}, \"data\": []}", 0),
        Case.of(
            "two-lists.json",
            "{\"old\": [" + JSON + "}], \"new\": [" + JSON + "}]}",
            0,
            "rejected | 1 | unreadable_file | | | the file has more than one list of records: 'old'"
                + " and 'new'; none of them was read | Make a file of each. |"),
        Case.of(
            "text-behind.json",
            "{\"data\": [" + JSON + "}]}\nThe end",
            1,
            "rejected | 2 | malformed_json | | | this is not JSON: a word is not in quotes. The"
                + " rest of the file was not read. | Put it in quotes, or write null for no value."
                + " |"),
        Case.of(
            "blank-theme.json",
            JSON + ", \"findings\": [{\"theme\": \"-\", \"kind\": \"strength\", \"text\": \"x\"}]}",
            1,
            "rejected | 1 | missing_theme | theme | '- | the finding has no theme. Fill in what it"
                + " is about. | | {\"la_code\":\"340\",\"framework\":\"ilacs\","
                + "\"start_date\":\"2024-09-30\",\"published_date\":\"2025-01-20\",\"in_care\":\"Good\","
                + "\"findings\":[{\"theme\":\"-\",\"kind\":\"strength\",\"text\":\"x\"}]}"));
  }

  private static List<Case> bytes() {
    byte[] packed = gzip(TABLE);
    return List.of(
        Case.of("members.csv.gz", joined(packed, gzip(KNOWSLEY + "\n")), 3),
        Case.of(
            "bytes-behind.csv.gz",
            joined(packed, "more".getBytes(UTF_8)),
            2,
            behind("4 bytes were")),
        Case.of(
            "zeros-behind.csv.gz",
            joined(packed, new byte[512]),
            2,
            behind("512 bytes, all of them 0, were")),
        Case.of(
            "damaged-member.csv.gz",
            joined(packed, new byte[] {0x1F, (byte) 0x8B, 7}),
            2,
            behind("3 bytes were")),
        Case.of(
            "cut-member.csv.gz",
            joined(packed, Arrays.copyOf(packed, 20)),
            2,
            "rejected | 4 | unreadable_file | | | the file cannot be read from line 4 on: it ends"
                + " too early: the compressed data is cut off | Get a new copy of the file. |"),
        Case.of(
            "not-compressed.csv.gz",
            TABLE,
            0,
            "rejected | 1 | unreadable_file | | | the file cannot be read from line 1 on: it is not"
                + " compressed with gzip, although its name says so | Get a new copy of the file."
                + " |"),
        Case.of(
            "utf16.csv",
            TABLE.getBytes(UTF_16LE),
            0,
            "rejected | 1 | unreadable_file | | NUL | the file has NUL characters, as UTF-16 files"
                + " do"
                + NONE_READ
                + " | Save it as UTF-8. |"),
        Case.of("header.csv", HEADER + "\n", 0),
        Case.of("empty.csv", "", 0));
  }

  private static String behind(String bytes) {
    return "rejected | 4 | unreadable_file | | | the compressed data ends before the file does: its"
        + " last "
        + bytes
        + " not used, and everything before was | Get a new copy of the file, or compress it again."
        + " |";
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  @BeforeAll
  static void run() throws IOException {
    Path inspections = Files.createDirectories(folder.resolve("inspections"));
    for (Case file : files()) {
      Files.write(inspections.resolve(file.name()), file.content().get());
    }
    CommandLineRun run =
        CommandLineRun.run(
            folder.resolve("reports"),
            List.of("--input", inspections.toString(), "--as-at", "2025-03-31"));
    assertThat(run.status()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isReadAndEverythingIsTold(Case file) throws IOException {
    assertThat(told(file.name())).containsExactlyInAnyOrderElementsOf(file.told());
    assertThat(used(file.name())).isEqualTo(file.used());
  }

  private static List<String> told(String file) throws IOException {
    List<String> told = new ArrayList<>();
    for (String table : List.of("rejected", "repairs", "warnings")) {
      for (CSVRecord row :
          CommandLineRun.rows(folder.resolve("reports"), "quality/" + table + ".csv")) {
        if (row.get("source").endsWith("/" + file)) {
          List<String> cells = row.stream().skip(1).toList();
          told.add((table + " | " + String.join(" | ", cells)).replaceAll(" {2,}", " ").strip());
        }
      }
    }
    return told;
  }

  private static int used(String file) throws IOException {
    JsonNode run = MAPPER.readTree(folder.resolve("reports").resolve("run.json").toFile());
    for (JsonNode input : run.path("inputs")) {
      if (input.path("source").asText().endsWith("/" + file)) {
        JsonNode records = input.path("records");
        return records.path("accepted").asInt() + records.path("duplicate").asInt();
      }
    }
    throw new AssertionError("no input " + file);
  }
}
