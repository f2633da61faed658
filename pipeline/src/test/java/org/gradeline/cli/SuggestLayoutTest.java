package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.reading.spreadsheet.WorkbookFile.texts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradeline.reading.spreadsheet.WorkbookFile.Xlsx;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option prints YAML to save, and nothing else; NewSchemeTest goes on from there. */
@DisplayName("check --suggest-layout")
class SuggestLayoutTest {
  @TempDir private Path folder;

  private CommandLineRun suggest(String... input) {
    List<String> arguments =
        new java.util.ArrayList<>(
            List.of("check", "--suggest-layout", "--data", CommandLineRun.DATA.toString()));
    for (String file : input) {
      arguments.addAll(List.of("--input", folder.resolve(file).toString()));
    }
    return CommandLineRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void printsALayoutForEachFileAndQuotesNobody() throws IOException {
    Files.writeString(
        folder.resolve("one.csv"),
        "Inspected by,council,publication_date,in_care\nAda Example,Kent,1 May 2024,Good\n");
    Files.writeString(folder.resolve("two.csv"), "Council,Grades\nKent,Ada Example\n");

    CommandLineRun run = suggest("one.csv", "two.csv");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("Ada").contains("  - layout: one\n", "  - layout: two\n");
    assertThat(run.out().lines().filter(line -> line.equals("layouts:"))).hasSize(1);
    Object yaml = new org.yaml.snakeyaml.Yaml().load(run.out());
    assertThat(yaml).isInstanceOf(java.util.Map.class);
  }

  @Test
  void looksAtNoMoreThanTheFirstRowsOfALongFile() throws IOException {
    String row = "Kent,2024-05-01,Good\n";
    Files.writeString(
        folder.resolve("long.csv"),
        "council,published_date,in_care\n" + row.repeat(2_000) + "Kent,soon,Good\n");

    assertThat(suggest("long.csv").out())
        .contains("      - {column: published_date, field: published_date}\n");
  }

  @Test
  void printsALayoutForEachVisibleSheetOfAWorkbook() throws IOException {
    byte[] workbook =
        new Xlsx()
            .sheet(
                "Ratings",
                texts("council", "publication_date", "in_care"),
                texts("Kent", "x", "Good"))
            .sheet("Visits", texts("Council", "Seen by"), texts("Kent", "Ada Example"))
            .hidden("Notes", texts("Council", "Note"), texts("Kent", "Ada Example"))
            .bytes();
    Files.write(folder.resolve("mine.xlsx"), workbook);

    CommandLineRun run = suggest("mine.xlsx");

    assertThat(run.status()).isZero();
    assertThat(run.out()).doesNotContain("Ada", "Note").contains("in_care", "Seen by");
    assertThat(run.out().lines().filter(line -> line.startsWith("  - layout: "))).hasSize(2);
  }

  @Test
  void seesWhatSeparatesTheCells() throws IOException {
    Files.writeString(
        folder.resolve("semi.csv"),
        "Council;Seen by, and when;Outcome\nKent;Ada Example, 1 May;Good\n");

    assertThat(suggest("semi.csv").out()).contains("column: Council", "Seen by, and when");
  }

  @Test
  void neverTakesARowForAHeaderThatCannotBeRead() throws IOException {
    byte[] text =
        "council,Inspecteur\u00e9\nKent,Ada Example\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("latin.csv"), text);
    Files.writeString(folder.resolve("good.csv"), "council,in_care\nKent,Good\n");

    assertThat(suggest("latin.csv").status()).isEqualTo(2);
    assertThat(suggest("latin.csv").err())
        .contains("latin.csv: the row has bytes that are not UTF-8. Save the file as UTF-8");
    assertThat(suggest("latin.csv", "good.csv").out())
        .doesNotContain("Ada")
        .contains("# Not read: ", "latin.csv", "  - layout: good\n");
  }

  @Test
  void needsTheFileAndATableInIt() throws IOException {
    Files.writeString(folder.resolve("records.json"), "[]");

    assertThat(suggest().status()).isEqualTo(2);
    assertThat(suggest().err()).contains("--suggest-layout: name the file with --input FILE.");
    assertThat(suggest("records.json").status()).isEqualTo(2);
    assertThat(suggest("records.json").err())
        .contains("no file of --input has a table with a header");
    assertThat(suggest("gone.csv").err()).contains("there is no such file");
  }
}
