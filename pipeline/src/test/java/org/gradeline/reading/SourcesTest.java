package org.gradeline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gradeline.reading.Sources.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are read, in which order, and what is said of those that are not there. */
class SourcesTest {
  private Path folder = Path.of("");

  @BeforeEach
  void writeFiles(@TempDir Path temporary) throws IOException {
    folder = temporary;
    for (String name :
        List.of(
            "b.csv",
            "a.json",
            "c.jsonl.gz",
            "2014/sif.csv.gz",
            "2014/june/knowsley.JSON",
            "notes.txt",
            "README",
            "archive.csv.zip",
            "books/june.XLSX",
            "july.ods",
            "~$july.xlsx")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    Files.createDirectory(folder.resolve("empty.csv"));
  }

  @Test
  void aFolderGivesItsRecordFilesAtAnyDepthInTheOrderOfTheirNames() throws IOException {
    List<Source> sources = Sources.in(folder);

    assertThat(sources)
        .extracting(Source::name)
        .containsExactly(
            "2014/june/knowsley.JSON",
            "2014/sif.csv.gz",
            "a.json",
            "b.csv",
            "books/june.XLSX",
            "c.jsonl.gz",
            "july.ods");
    assertThat(sources).extracting(Source::position).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(sources)
        .extracting(Source::format)
        .containsExactly("json", "csv", "json", "csv", "xlsx", "json_lines", "ods");
    assertThat(sources)
        .extracting(Source::gzip)
        .containsExactly(false, true, false, false, false, true, false);
    assertThat(sources).extracting(Source::bytes).containsExactly(23L, 15L, 6L, 5L, 15L, 10L, 8L);
  }

  @ParameterizedTest
  @CsvSource({
    "b.csv, b.csv",
    "*.csv, b.csv",
    "*.csv.gz, ''",
    "**.csv.gz, 2014/sif.csv.gz",
    "*/*.gz, 2014/sif.csv.gz",
    "[ab].*, a.json b.csv",
    "?.json*, a.json c.jsonl.gz",
    "'{a,c}.*', a.json c.jsonl.gz",
    "2014, 2014/june/knowsley.JSON 2014/sif.csv.gz",
    "2014/**, 2014/june/knowsley.JSON 2014/sif.csv.gz",
  })
  void aPatternNamesFiles(String pattern, String names) throws IOException, InputException {
    if (names.isEmpty()) {
      assertThatThrownBy(() -> matching(pattern)).isInstanceOf(InputException.class);
      return;
    }
    assertThat(matching(pattern)).containsExactly(names.split(" ", -1));
  }

  @Test
  void whatTwoPatternsNameIsReadOnce() throws IOException, InputException {
    assertThat(matching("b.csv", "*.csv", "a.json")).containsExactly("a.json", "b.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "d.csv, ': there is no such file. Check the path; put a pattern in quotes.'",
    "*.xls, ': there is no such file. Check the path; put a pattern in quotes.'",
    "2013/*.csv, ': there is no such file. Check the path; put a pattern in quotes.'",
    "'[ab.csv', ': the pattern is not valid (Missing '']). Close its brackets.'",
  })
  void aPatternThatNamesNothingIsAnErrorOfUse(String pattern, String message) {
    assertThatThrownBy(() -> matching(pattern))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("--input " + folder + "/" + pattern + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes.txt", "README", "archive.csv.zip"})
  void aFileOfNoKnownKindIsAnErrorOfUse(String name) {
    assertThatThrownBy(() -> matching(name))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "--input "
                + folder.resolve(name)
                + ": '"
                + folder.resolve(name)
                + "' has no known ending. Name it .csv, .json, .jsonl, .ods or .xlsx (text files"
                + " also with .gz).");
  }

  @Test
  void theLockFileOfAnOpenWorkbookIsNoWorkbook() throws IOException {
    assertThat(Sources.in(folder)).noneMatch(source -> source.name().contains("~$"));
    assertThat(Sources.leftOut(List.of(folder + "/**")))
        .noneMatch(left -> left.name().contains("~$"));
  }

  @Test
  void aPatternPassesOverFilesOfOtherEndingsAndNamesThem() throws IOException {
    assertThat(matching("*")).isNotEmpty().doesNotContain("notes.txt");
    assertThat(Sources.leftOut(List.of(folder + "/*")))
        .extracting(left -> folder.relativize(Path.of(left.name())) + ": " + left.reason().key())
        .contains("notes.txt: unknown_ending", "README: unknown_ending");
  }

  @Test
  void aFolderThatIsNotThereIsAFailureOfReading() {
    assertThatThrownBy(() -> Sources.in(folder.resolve("2013"))).isInstanceOf(IOException.class);
  }

  /** Names, inside the folder, of what patterns inside it name. */
  private List<String> matching(String... patterns) throws IOException, InputException {
    List<String> globs = List.of(patterns).stream().map(glob -> folder + "/" + glob).toList();
    return Sources.matching(globs).stream()
        .map(source -> folder.relativize(Path.of(source.path())).toString())
        .toList();
  }
}
