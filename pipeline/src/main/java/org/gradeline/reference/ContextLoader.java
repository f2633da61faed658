package org.gradeline.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradeline.reference.Context.Figure;
import org.gradeline.reference.Context.Measure;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads {@code reference/context/*.csv}: a row a year and council, a column a measure of {@code
 * reference/measures.csv}. Without the folder there are no figures.
 */
final class ContextLoader {
  private static final String FOLDER = "reference/context";
  private static final String MEASURES = "reference/measures.csv";
  private static final String MARKS = "reference/marks.csv";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

  private final Path data;
  private final CouncilRegister councils;
  private final Problems problems;

  private ContextLoader(Path data, CouncilRegister councils, Problems problems) {
    this.data = data;
    this.councils = councils;
    this.problems = problems;
  }

  static Context load(Path data, CouncilRegister councils, Problems problems) {
    if (councils.all().isEmpty()) {
      return Context.NONE;
    }
    Map<Integer, String> outlines = OutlineLoader.load(data, councils, problems);
    return Files.isDirectory(data.resolve(FOLDER))
        ? new ContextLoader(data, councils, problems).load(outlines)
        : new Context(List.of(), Map.of(), Map.of(), outlines);
  }

  private Context load(Map<Integer, String> outlines) {
    int before = problems.count();
    Map<String, Measure> measures = new LinkedHashMap<>();
    for (Row row :
        ReferenceTable.read(
            data, MEASURES, List.of("measure", "label", "unit", "source", "caveat"), problems)) {
      row.checkFilled("measure");
      row.checkFilled("label");
      Measure measure =
          new Measure(
              row.get("measure"),
              row.get("label"),
              row.get("unit"),
              row.get("source"),
              row.get("caveat"));
      if (measures.put(measure.key(), measure) != null) {
        row.problem("the measure '" + measure.key() + "' appears twice", "Keep one of the two.");
      }
    }
    Map<String, String> marks = new LinkedHashMap<>();
    ReferenceTable.read(data, MARKS, List.of("mark", "meaning"), problems)
        .forEach(row -> marks.put(row.get("mark"), row.get("meaning")));
    if (problems.count() > before) {
      // Without its lists, every figure would be a problem of its own.
      return Context.NONE;
    }
    List<Figure> figures = new ArrayList<>();
    for (String file : files()) {
      for (Row row : ReferenceTable.read(data, file, List.of("year", "la_code"), problems)) {
        addFigures(row, measures, marks, figures);
      }
    }
    List<String> order = List.copyOf(measures.keySet());
    figures.sort(
        Comparator.comparingInt(Figure::year)
            .thenComparingInt(Figure::council)
            .thenComparingInt(figure -> order.indexOf(figure.measure())));
    return new Context(
        figures,
        Collections.unmodifiableMap(measures),
        Collections.unmodifiableMap(marks),
        outlines);
  }

  private List<String> files() {
    try (Stream<Path> files = Files.list(data.resolve(FOLDER))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".csv"))
          .sorted()
          .map(name -> FOLDER + "/" + name)
          .toList();
    } catch (IOException e) {
      problems.add(
          FOLDER,
          0,
          "the folder cannot be read (" + e.getMessage() + ")",
          "Check its permissions.");
      return List.of();
    }
  }

  private void addFigures(
      Row row, Map<String, Measure> measures, Map<String, String> marks, List<Figure> figures) {
    Council council = councils.byLaCode(row.get("la_code"));
    if (council == null) {
      row.problem(
          "la_code is '" + row.get("la_code") + "', which is not in " + CouncilLoader.FILE,
          "Add the council there, or fix the code here.");
      return;
    }
    if (!YEAR.matcher(row.get("year")).matches()) {
      row.problem("the year is '" + row.get("year") + "'", "Write four digits.");
      return;
    }
    int year = Integer.parseInt(row.get("year"));
    for (String column : row.values().keySet()) {
      String cell = row.get(column);
      if (column.equals("year") || column.equals("la_code") || cell.isEmpty()) {
        continue;
      }
      if (!measures.containsKey(column)) {
        problems.add(
            row.file(),
            1,
            "the column '" + column + "' is not a measure of " + MEASURES,
            "Add the measure there, or remove the column.");
      } else if (NUMBER.matcher(cell).matches()) {
        figures.add(new Figure(year, council.position(), column, cell, ""));
      } else if (marks.containsKey(cell)) {
        figures.add(new Figure(year, council.position(), column, "", cell));
      } else {
        row.problem(
            "'" + cell + "' in the column '" + column + "' is not a number or a mark",
            "Write a number, or one of the marks " + marks.keySet() + ".");
      }
    }
  }
}
