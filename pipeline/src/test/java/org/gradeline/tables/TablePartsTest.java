package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.storage.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePartsTest {
  private static final Table<String> ONE = table("one");
  private static final Table<String> OTHER = table("other");

  private static Table<String> table(String name) {
    return Table.of(name, "A table.", List.of(Column.text("cell", text -> text, "A cell.")));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static TableParts parts(Path folder, String worker) {
    return new TableParts(Location.of(folder), worker);
  }

  @Test
  void aWorkersRowsOfAllTablesAreInOneFile(@TempDir Path folder) throws IOException {
    try (TableParts parts = parts(folder, "range-1")) {
      parts.rows(ONE).write("a");
      parts.rows(OTHER).write("b");
      parts.rows(ONE).write("c");

      List<TablePart> written = parts.finish();

      assertThat(written).extracting(TablePart::rows).containsExactly(2L, 1L);
      assertThat(PartRows.of(written, "one")).containsExactly("a", "c");
      assertThat(PartRows.of(written, "other")).containsExactly("b");
    }
    assertThat(files(folder)).hasSize(1);
  }

  @Test
  void sectionsFollowEachOtherByTheirNames(@TempDir Path folder) throws IOException {
    try (TableParts parts = parts(folder, "range-1")) {
      parts.rows(ONE, "2015-").write("a of 2015");
      parts.rows(ONE, "2014-").write("a of 2014");
      parts.rows(ONE, "2015-").write("b of 2015");

      assertThat(PartRows.of(parts.finish(), "one"))
          .containsExactly("a of 2014", "a of 2015", "b of 2015");
    }
  }

  @Test
  void muchIsWrittenOnTheWayAndKeepsItsOrder(@TempDir Path folder) throws IOException {
    String large = "x".repeat(3 << 20);
    List<String> texts = List.of(large + 1, large + 2, large + 3, large + 4, "e");
    try (TableParts parts = parts(folder, "range-1")) {
      for (String text : texts) {
        parts.rows(ONE).write(text);
        parts.relieve();
      }
      assertThat(Files.size(files(folder).get(0))).isGreaterThan(8 << 20);

      List<TablePart> written = parts.finish();

      assertThat(written).hasSizeGreaterThan(1);
      assertThat(PartRows.of(written, "one")).isEqualTo(texts);
    }
  }

  @Test
  void whatWasNotFinishedIsDropped(@TempDir Path folder) throws IOException {
    String large = "x".repeat(9 << 20);
    try (TableParts parts = parts(folder, "range-1")) {
      parts.rows(ONE).write(large);
      parts.relieve();
      assertThat(files(folder)).hasSize(1);
    }

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void twoAttemptsAtTheSameWorkDoNotWriteIntoEachOther(@TempDir Path folder) throws IOException {
    try (TableParts slow = parts(folder, "range-1");
        TableParts fast = parts(folder, "range-1")) {
      slow.rows(ONE).write("slow");
      fast.rows(ONE).write("fast");
      assertThat(PartRows.of(fast.finish(), "one")).containsExactly("fast");
      assertThat(PartRows.of(slow.finish(), "one")).containsExactly("slow");
    }
  }

  @Test
  void workersStandSideBySide(@TempDir Path folder) throws IOException {
    List<TablePart> written = new ArrayList<>();
    for (String name : List.of("range-2", "range-1")) {
      try (TableParts parts = parts(folder, name)) {
        parts.rows(ONE).write(name);
        written.addAll(parts.finish());
      }
    }

    assertThat(PartRows.of(written, "one")).containsExactly("range-1", "range-2");
  }

  @Test
  void aTableThatNobodyAskedForHasNoPart(@TempDir Path folder) throws IOException {
    try (TableParts parts = parts(folder, "range-1")) {
      assertThat(parts.finish()).isEmpty();
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void textIsWrittenAsUtf8WithoutAMark(@TempDir Path folder) throws IOException {
    try (TableParts parts = parts(folder, "range-1")) {
      parts.rows(ONE).write("Ynys Môn");
      parts.finish();
    }

    assertThat(Files.readAllBytes(files(folder).get(0)))
        .containsExactly("Ynys Môn\n".getBytes(StandardCharsets.UTF_8));
  }
}
