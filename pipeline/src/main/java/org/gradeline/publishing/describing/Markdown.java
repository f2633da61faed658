package org.gradeline.publishing.describing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text in Markdown, as it is built up. Not thread safe. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown heading(int level, String heading) {
    text.append(text.isEmpty() ? "" : "\n").append("#".repeat(level)).append(' ');
    text.append(heading).append('\n');
    return this;
  }

  Markdown paragraph(String paragraph) {
    text.append('\n').append(paragraph).append('\n');
    return this;
  }

  /** A list; nothing where there are no items. */
  Markdown list(List<String> items) {
    text.append(items.isEmpty() ? "" : "\n");
    items.forEach(item -> text.append("- ").append(item).append('\n'));
    return this;
  }

  /**
   * A table; nothing where there are no rows.
   *
   * @param header names of the columns; those that end in ":" are aligned to the right
   */
  Markdown table(List<String> header, Stream<List<String>> rows) {
    List<List<String>> all = rows.toList();
    if (!all.isEmpty()) {
      text.append('\n');
      row(header.stream().map(name -> name.replaceAll(":$", "")).toList());
      text.append(
          header.stream()
              .map(name -> name.endsWith(":") ? "--:" : "---")
              .collect(Collectors.joining("|", "|", "|\n")));
      all.forEach(this::row);
    }
    return this;
  }

  private void row(List<String> cells) {
    text.append(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|"))
            .collect(Collectors.joining(" | ", "| ", " |\n")));
  }

  /** A row of a table, from texts. */
  static List<String> cells(String... cells) {
    return Arrays.asList(cells);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
