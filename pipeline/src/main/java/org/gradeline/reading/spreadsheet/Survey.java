package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gradeline.reading.FileTables;
import org.gradeline.reading.FileTables.Table;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.Layouts.Misfit;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.LeftOut.Reason;
import org.gradeline.reading.Source;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.tabular.Header;
import org.gradeline.reference.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the header of each sheet of a workbook, in one pass: tells the sheets to read from
 * those that are left out. Not thread safe.
 */
final class Survey implements SheetVisitor {
  /** A header that lacks no more than this share of a layout was meant to have it. */
  private static final double NEAR = 0.5;

  private final Source file;
  private final Layouts layouts;
  private final List<Table> tables = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable Unreadable failure;
  private @Nullable Beginning sheet;

  /**
   * @param file the workbook
   * @param layouts the layouts that its sheets can have
   */
  Survey(Source file, Layouts layouts) {
    this.file = file;
    this.layouts = layouts;
  }

  @Override
  public @Nullable Rows sheet(String name, boolean visible) throws WorkbookFault {
    endSheet();
    if (!names.add(name)) {
      throw new WorkbookFault("two of its sheets have the same name", "Rename one of the two.");
    }
    if (!visible) {
      leaveOut(name, Reason.HIDDEN_SHEET, "the sheet is hidden");
      return null;
    }
    sheet = new Beginning(name);
    return sheet;
  }

  @Override
  public boolean goesOn() {
    return true;
  }

  private void leaveOut(String name, Reason reason, String message) {
    leftOut.add(new LeftOut(file.nameOf(name), reason, message));
  }

  /** What is known of a sheet when the next one begins. */
  private void endSheet() {
    Beginning ended = sheet;
    sheet = null;
    if (ended == null) {
      return;
    }
    Header header = ended.table.header();
    if (header.isSought()) {
      ended.table.end();
      header = ended.table.header();
    }
    if (!ended.known && !ended.isNear()) {
      leaveOut(ended.name, Reason.UNKNOWN_SHEET, ended.whyUnknown());
    } else {
      // One that nearly fits was meant to be read: its reader says what it lacks.
      tables.add(new Table(ended.name, header.layout()));
    }
  }

  /** The rest of the workbook cannot be read. */
  void fail(IOException e) {
    // The sheet that was being read says itself where it breaks off, if it has a header.
    endSheet();
    failure =
        e instanceof WorkbookFault fault
            ? new Unreadable(1, Rule.UNREADABLE_FILE, "", whatIsLost(fault), fault.suggestion(), "")
            : Unreadable.rest(1, e);
  }

  private String whatIsLost(WorkbookFault fault) {
    return fault.message()
        + (tables.isEmpty() ? "; none of it was read" : "; what comes after that was not read");
  }

  /** The sheets to read, and those that are left out. */
  FileTables tables() {
    endSheet();
    return new FileTables(
        List.copyOf(tables), List.copyOf(leftOut), failure != null || tables.isEmpty());
  }

  /** Why the workbook, or the rest of it, cannot be read. */
  Unreadable fault() {
    endSheet();
    if (failure != null) {
      return failure;
    }
    String sheets =
        leftOut.stream()
            .map(left -> left.name().substring(file.name().length() + 1) + ": " + left.message())
            .collect(Collectors.joining("; "));
    return new Unreadable(
        1,
        Rule.UNKNOWN_LAYOUT,
        "",
        leftOut.isEmpty()
            ? "the workbook has no sheets"
            : "no visible sheet has a header that a layout knows (" + sheets + ")",
        "Add the columns, show the sheet, or describe it in a layout of its own.",
        "");
  }

  /** The first rows of a sheet, in one of which the header is. */
  private final class Beginning implements Rows {
    private final String name;
    private final SheetTable table;
    private @Nullable Misfit nearest;

    /** Whether a row has all that a layout asks for, even if something else is wrong with it. */
    private boolean known;

    private int rows;

    Beginning(String name) {
      this.name = name;
      this.table = new SheetTable(layouts, entry -> {});
    }

    @Override
    public boolean row(SheetRow row) {
      List<String> names = row.cells().stream().map(ColumnName::of).toList();
      known |= layouts.find(names, rows) != null;
      rows++;
      Misfit misfit = layouts.nearest(names);
      if (nearest == null || misfit.share() < nearest.share()) {
        nearest = misfit;
      }
      table.read(row);
      return table.header().isSought();
    }

    boolean isNear() {
      return nearest != null && nearest.share() <= NEAR;
    }

    String whyUnknown() {
      return nearest == null ? "the sheet is blank" : "the sheet has no header that a layout knows";
    }
  }
}
