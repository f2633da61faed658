package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePartsTest {
  private static final TableSchema ONE = table("one");
  private static final TableSchema OTHER = table("other");

  private static TableSchema table(String name) {
    return TableSchema.table(name, "A table.", List.of(Column.text("cell", "A cell.")));
  }

  /** Parts that whoever looks into the folder takes for whole. */
  private static List<String> whole(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".csv"))
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void nothingIsSeenBeforeAllIsWhole(@TempDir Path folder) throws IOException {
    try (TableParts parts = new TableParts(folder, "range-1")) {
      parts.rows(ONE).text("a").endRow();
      parts.rows(OTHER).text("b").endRow();
      parts.rows(ONE).text("c").endRow();
      assertThat(whole(folder)).isEmpty();

      Map<String, Long> rows = parts.finish();

      assertThat(rows).containsExactly(Map.entry("one", 2L), Map.entry("other", 1L));
    }
    assertThat(whole(folder)).containsExactly("one/range-1.csv", "other/range-1.csv");
    assertThat(folder.resolve("one/range-1.csv")).hasContent("a\nc\n");
    assertThat(folder.resolve("other/range-1.csv")).hasContent("b\n");
  }

  @Test
  void whatWasNotFinishedIsDropped(@TempDir Path folder) throws IOException {
    try (TableParts parts = new TableParts(folder, "range-1")) {
      parts.rows(ONE).text("a").endRow();
    }

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aWorkerThatIsStartedAgainReplacesWhatItWrote(@TempDir Path folder) throws IOException {
    for (int attempt = 1; attempt <= 2; attempt++) {
      try (TableParts parts = new TableParts(folder, "range-1")) {
        parts.rows(ONE).text("attempt " + attempt).endRow();
        parts.finish();
      }
    }

    assertThat(files(folder)).hasSize(1);
    assertThat(folder.resolve("one/range-1.csv")).hasContent("attempt 2\n");
  }

  @Test
  void twoAttemptsAtATimeDoNotWriteIntoEachOther(@TempDir Path folder) throws IOException {
    try (TableParts slow = new TableParts(folder, "range-1");
        TableParts fast = new TableParts(folder, "range-1")) {
      slow.rows(ONE).text("slow").endRow();
      fast.rows(ONE).text("fast").endRow();
      fast.finish();
      assertThat(folder.resolve("one/range-1.csv")).hasContent("fast\n");
      slow.finish();
    }

    assertThat(folder.resolve("one/range-1.csv")).hasContent("slow\n");
    assertThat(files(folder)).hasSize(1);
  }

  @Test
  void workersStandSideBySide(@TempDir Path folder) throws IOException {
    for (String name : List.of("range-2", "range-1")) {
      try (TableParts parts = new TableParts(folder, name)) {
        parts.rows(ONE).text(name).endRow();
        parts.finish();
      }
    }

    assertThat(whole(folder)).containsExactly("one/range-1.csv", "one/range-2.csv");
  }

  @Test
  void aTableThatNobodyAskedForHasNoPart(@TempDir Path folder) throws IOException {
    try (TableParts parts = new TableParts(folder, "range-1")) {
      assertThat(parts.finish()).isEmpty();
    }

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void textIsWrittenAsUtf8WithoutAMark(@TempDir Path folder) throws IOException {
    try (TableParts parts = new TableParts(folder, "range-1")) {
      parts.rows(ONE).text("Ynys Môn").endRow();
      parts.finish();
    }

    assertThat(Files.readAllBytes(folder.resolve("one/range-1.csv")))
        .containsExactly("Ynys Môn\n".getBytes(StandardCharsets.UTF_8));
  }
}
