package org.gradeline.cli.suggesting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reading.RecordFormats;
import org.gradeline.reading.Source;
import org.gradeline.reading.TableStart;
import org.gradeline.reference.Reference;

/** The option {@code --suggest-layout}: prints a layout to start from, and nothing else. */
public final class LayoutSuggestion {
  private LayoutSuggestion() {}

  /**
   * Prints a layout for each table of the files.
   *
   * @param sources the files
   * @param reference what is known
   * @param out takes the lines
   * @throws UsageException when no file has a table
   * @throws IOException when a file cannot be read
   */
  public static void print(List<Source> sources, Reference reference, LinePrinter out)
      throws IOException, UsageException {
    List<String> lines = new ArrayList<>();
    for (Source source : sources) {
      for (TableStart table :
          RecordFormats.of(source.format()).starts(source, SuggestedLayout.ROWS)) {
        lines.addAll(
            SuggestedLayout.lines(
                String.valueOf(Path.of(source.path()).getFileName()), table, reference));
      }
    }
    if (lines.isEmpty()) {
      throw new UsageException(
          "--suggest-layout: no file of --input has a table with a header. Layouts are for tables;"
              + " the keys of JSON are the names of fields and areas.");
    }
    List.of(
            "# A layout to start from, by the names of the columns. Check each line: what a comment"
                + " calls 'not known' is left out.",
            "# Save it in layouts/ of the data folder, then run 'gradeline check' with the same"
                + " --input. data/README.md explains the entries.",
            "layouts:")
        .forEach(out::print);
    lines.forEach(out::print);
  }
}
