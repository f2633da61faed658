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
  private static final Table<String> ONE = table("one");
  private static final Table<String> OTHER = table("other");

  private static Table<String> table(String name) {
    return Table.of(name, "A table.", List.of(Column.text("cell", text -> text, "A cell.")));
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
      parts.rows(ONE).write("a");
      parts.rows(OTHER).write("b");
      parts.rows(ONE).write("c");
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
      parts.rows(ONE).write("a");
    }

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aWorkerThatIsStartedAgainReplacesWhatItWrote(@TempDir Path folder) throws IOException {
    for (int attempt = 1; attempt <= 2; attempt++) {
      try (TableParts parts = new TableParts(folder, "range-1")) {
        parts.rows(ONE).write("attempt " + attempt);
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
      slow.rows(ONE).write("slow");
      fast.rows(ONE).write("fast");
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
        parts.rows(ONE).write(name);
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
      parts.rows(ONE).write("Ynys Môn");
      parts.finish();
    }

    assertThat(Files.readAllBytes(folder.resolve("one/range-1.csv")))
        .containsExactly("Ynys Môn\n".getBytes(StandardCharsets.UTF_8));
  }
}
