package org.gradeline.cli.suggesting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradeline.cli.messages.LinePrinter;
import org.gradeline.cli.messages.UsageException;
import org.gradeline.reading.RecordFormats;
import org.gradeline.reading.Source;
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
   * @throws UsageException when no file has a table that can be read
   */
  public static void print(List<Source> sources, Reference reference, LinePrinter out)
      throws UsageException {
    List<String> lines = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Source source : sources) {
      try {
        lines.addAll(of(source, reference));
      } catch (IOException e) {
        unread.add(source.name() + ": " + e.getMessage());
      }
    }
    if (lines.isEmpty()) {
      throw new UsageException(
          "--suggest-layout: "
              + (unread.isEmpty()
                  ? "no file of --input has a table with a header. Layouts are for tables; the keys"
                      + " of JSON are the names of fields and areas."
                  : String.join(" ", unread)));
    }
    unread.forEach(file -> out.print("# Not read: " + file));
    List.of(
            "# A layout to start from, by the names of the columns. Check each line: what a comment"
                + " calls 'not known' is left out.",
            "# Save it in layouts/ of the data folder, then run 'gradeline check' with the same"
                + " --input. data/README.md explains the entries.",
            "layouts:")
        .forEach(out::print);
    lines.forEach(out::print);
  }

  private static List<String> of(Source source, Reference reference) throws IOException {
    String name = String.valueOf(Path.of(source.path()).getFileName());
    return RecordFormats.of(source.format()).starts(source, SuggestedLayout.ROWS).stream()
        .flatMap(table -> SuggestedLayout.lines(name, table, reference).stream())
        .toList();
  }
}
