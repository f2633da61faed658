package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.FileKind;
import org.gradeline.reading.FileTables;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RecordFormat;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;

/** A format of workbooks: each visible sheet whose header a layout knows is a table. */
abstract class WorkbookFormat implements RecordFormat {
  private final FileKind kind;

  /**
   * @param kind what its files are by their first bytes
   */
  WorkbookFormat(FileKind kind) {
    this.kind = kind;
  }

  /**
   * Opens a file that is of this kind.
   *
   * @throws IOException when it cannot be opened
   */
  abstract Workbook open(Path file) throws IOException;

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public FileTables tables(Source file, Layouts layouts) {
    return survey(file, layouts).tables();
  }

  @Override
  public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries)
      throws IOException {
    Source source = slice.source();
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
    return open(Path.of(source.path()));
  }
}
