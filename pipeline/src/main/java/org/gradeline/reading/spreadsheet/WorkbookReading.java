package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.FileKind;
import org.gradeline.reading.FileTables;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.Source;
import org.gradeline.reading.TableStart;
import org.gradeline.storage.LocalCopy;
import org.gradeline.storage.Location;

/**
 * Reads workbooks of a format: each visible sheet whose header a layout knows is a table.
 *
 * @param kind what files of the format are by their first bytes
 * @param opener opens a file that is of this kind
 */
record WorkbookReading(FileKind kind, Opener opener) {

  /** Opens a workbook. */
  interface Opener {
    /**
     * Opens a file.
     *
     * @throws IOException when it cannot be opened
     */
    Workbook open(Path file) throws IOException;
  }

  /**
   * The sheets of a file.
   *
   * @param layouts the layouts that they can have
   */
  FileTables tables(Source file, Layouts layouts) {
    return survey(file, layouts).tables();
  }

  /**
   * Reads a sheet; of a file as a whole it says what is wrong with it.
   *
   * @return the columns that are neither field nor area
   * @throws IOException when the file cannot be read
   */
  Set<String> read(Source source, Layouts layouts, Consumer<RawEntry> entries) throws IOException {
    if (source.table().isEmpty()) {
      entries.accept(survey(source, layouts).fault());
      return Set.of();
    }
    SheetReader sheet = new SheetReader(source.table(), InWorkbooks.of(layouts), entries);
    try (Workbook workbook = open(source)) {
      workbook.read(sheet);
      sheet.end();
    } catch (WorkbookFault e) {
      sheet.breakOff(e);
    }
    return sheet.unknownColumns();
  }

  /**
   * The first rows of each visible sheet.
   *
   * @param count how many rows of a sheet to give at most
   * @throws IOException when the file cannot be read
   */
  List<TableStart> starts(Source file, int count) throws IOException {
    FirstRows rows = new FirstRows(count);
    try (Workbook workbook = open(file)) {
      workbook.read(rows);
    } catch (WorkbookFault e) {
      throw new IOException(e.message() + ". " + e.suggestion(), e);
    }
    return rows.sheets();
  }

  private Survey survey(Source file, Layouts layouts) {
    Survey survey = new Survey(file, InWorkbooks.of(layouts));
    try (Workbook workbook = open(file)) {
      workbook.read(survey);
    } catch (IOException e) {
      survey.fail(e);
    }
    return survey;
  }

  /**
   * Opens a source.
   *
   * @throws WorkbookFault when it is of another kind
   * @throws IOException when it cannot be opened
   */
  private Workbook open(Source source) throws IOException {
    FileKind found = FileKind.of(source);
    if (source.gzip()) {
      throw new WorkbookFault(
          "a workbook is compressed already, so none is read from a .gz file",
          "Unpack it, and name the workbook.");
    }
    if (found == FileKind.TEXT || found == FileKind.EMPTY) {
      throw new WorkbookFault("the file is not a workbook: it is " + found.words(), found.remedy());
    }
    if (found == FileKind.ZIP) {
      throw new WorkbookFault(
          "the file is a zip without a workbook, or is damaged, or needs a password",
          "Get a new copy of the workbook, or unpack the zip and name the files inside it.");
    }
    if (found != kind) {
      throw new WorkbookFault(
          "the file is " + found.words() + ", whatever its name says", found.remedy());
    }
    return copied(LocalCopy.of(Location.of(source.path())));
  }

  private Workbook copied(LocalCopy file) throws IOException {
    Workbook workbook;
    try {
      workbook = opener.open(file.path());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
    return new Copied(workbook, file);
  }

  /** A workbook in a file that is closed with it. */
  private record Copied(Workbook workbook, LocalCopy file) implements Workbook {
    @Override
    public void read(SheetVisitor visitor) throws IOException {
      workbook.read(visitor);
    }

    @Override
    public void close() throws IOException {
      try (file) {
        workbook.close();
      }
    }
  }
}
