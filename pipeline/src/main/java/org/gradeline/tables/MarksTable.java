package org.gradeline.tables;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The marks that stand in place of figures of the context, for joining. */
final class MarksTable implements ReferenceTable<Map.Entry<String, String>> {
  private static final Table<Map.Entry<String, String>> TABLE =
      Table.of(
          "marks",
          "A mark in place of a figure of the context.",
          List.of(
              Column.text("mark", Map.Entry::getKey, "The mark."),
              Column.textOrBlank("label", Map.Entry::getValue, "What it means.")),
          "mark");

  @Override
  public Table<Map.Entry<String, String>> table() {
    return TABLE;
  }

  @Override
  public Stream<Map.Entry<String, String>> rows(RunView run) {
    return run.reference().context().marks().entrySet().stream()
        .filter(mark -> !mark.getKey().isEmpty())
        .sorted(Map.Entry.comparingByKey());
  }
}
