package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.gradeline.reference.Context.Measure;
import org.gradeline.reference.Council;
import org.gradeline.site.charts.Caption;
import org.gradeline.site.charts.MeasureLine;
import org.gradeline.site.pages.DataTable.Cell;
import org.gradeline.site.pages.DataTable.Head;
import org.gradeline.site.pages.DataTable.Row;
import org.gradeline.site.pages.Section.Picture;
import org.gradeline.tables.CellWriter;
import org.gradeline.tables.PublishedRow;
import org.jspecify.annotations.Nullable;

/**
 * Figures of other statistics on a council, beside the middle council's: half of the councils with
 * a figure have less, half more. The records have no figure of the country itself.
 */
final class ContextPictures {
  private static final int FEWEST_YEARS = 3;
  private static final String MIDDLE = "Middle council";

  private final PageData data;

  /** The middle council's figure, by measure and year. */
  private final Map<String, TreeMap<Integer, Double>> middles = new HashMap<>();

  /** The figures of each council and measure. */
  private final Map<String, Map<String, Figures>> figures = new HashMap<>();

  /** A council's figures of a measure. */
  private static final class Figures {
    private final Map<Integer, Double> byYear = new TreeMap<>();
    private @Nullable PublishedRow newest;
  }

  ContextPictures(PageData data) {
    this.data = data;
    Map<String, Map<Integer, List<Double>>> values = new HashMap<>();
    for (PublishedRow row : data.rows("context")) {
      String measure = row.text("measure");
      Figures own =
          figures
              .computeIfAbsent(row.text("la_code"), council -> new HashMap<>())
              .computeIfAbsent(measure, key -> new Figures());
      own.newest = row;
      if (!row.isBlank("value")) {
        int year = (int) row.integer("year");
        double value = row.number("value");
        own.byYear.put(year, value);
        values
            .computeIfAbsent(measure, key -> new HashMap<>())
            .computeIfAbsent(year, key -> new ArrayList<>())
            .add(value);
      }
    }
    values.forEach(
        (measure, years) ->
            years.forEach(
                (year, all) ->
                    middles
                        .computeIfAbsent(measure, key -> new TreeMap<>())
                        .put(year, middle(all))));
  }

  private static double middle(List<Double> values) {
    Collections.sort(values);
    int half = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(half)
        : (values.get(half - 1) + values.get(half)) / 2;
  }

  List<String> sentences(Council council) {
    return data.rows("context", council).isEmpty()
        ? List.of()
        : List.of(
            "These figures are from other statistics. They stand here to be set beside the grades,"
                + " and are not the cause of any. The middle council is the one in the middle of"
                + " all councils with a figure in that year. They are from: "
                + String.join("; ", sources())
                + ".");
  }

  private List<String> sources() {
    return measures().stream().map(Measure::source).distinct().toList();
  }

  /** Shares and rates, which can be compared between councils of different size. */
  List<Picture> pictures(Council council) {
    List<Picture> pictures = new ArrayList<>();
    for (Measure measure : measures()) {
      Map<Integer, Double> own = figures(council, measure).byYear;
      if (measure.unit().startsWith("per") && !own.isEmpty()) {
        pictures.add(picture(council, measure, own, middle(measure)));
      }
    }
    return pictures;
  }

  private Figures figures(Council council, Measure measure) {
    Figures own = figures.getOrDefault(council.laCode(), Map.of()).get(measure.key());
    return own == null ? new Figures() : own;
  }

  private static Picture picture(
      Council council,
      Measure measure,
      Map<Integer, Double> own,
      NavigableMap<Integer, Double> middle) {
    String title = title(measure);
    Caption caption =
        new Caption(
            "context-" + measure.key(),
            measure.label()
                + ": "
                + council.name()
                + " (solid line) and the middle council (dashed)",
            "");
    String unit = measure.unit().equals("percent") ? " %" : "";
    List<Integer> years = new ArrayList<>();
    for (int year = middle.firstKey(); year <= middle.lastKey(); year++) {
      years.add(year);
    }
    return new Picture(
        title,
        MeasureLine.svg(
            caption,
            new MeasureLine.Figures(
                series(council.name(), years, own), series(MIDDLE, years, middle), unit)));
  }

  /** The label, with the unit where it does not end in it. */
  private static String title(Measure measure) {
    return measure.label().endsWith(measure.unit())
        ? measure.label()
        : measure.label() + " (" + measure.unit() + ")";
  }

  private static MeasureLine.Series series(
      String name, List<Integer> years, Map<Integer, Double> values) {
    return new MeasureLine.Series(
        name, years.stream().map(year -> new MeasureLine.Point(year, values.get(year))).toList());
  }

  /** The measures with figures of several years. */
  private List<Measure> measures() {
    return data.reference().context().measures().values().stream()
        .filter(measure -> middle(measure).size() >= FEWEST_YEARS)
        .toList();
  }

  private NavigableMap<Integer, Double> middle(Measure measure) {
    return middles.getOrDefault(measure.key(), new TreeMap<>());
  }

  /** The newest figure of each measure. */
  DataTable table(Council council) {
    List<Row> rows = new ArrayList<>();
    for (Measure measure : measures()) {
      PublishedRow newest = figures(council, measure).newest;
      if (newest != null) {
        rows.add(row(measure, newest));
      }
    }
    return new DataTable(
        "The newest figures",
        "tables/context.csv",
        "year la_code measure",
        List.of(
            new Head("Figure", "", false),
            new Head("Year", "year", true),
            new Head("Value", "value", true),
            new Head(MIDDLE, "", true)),
        rows);
  }

  private Row row(Measure measure, PublishedRow newest) {
    int year = (int) newest.integer("year");
    @Nullable Double middle = middle(measure).get(year);
    String mark = data.reference().context().marks().getOrDefault(newest.text("mark"), "");
    return new Row(
        year + "|" + newest.text("la_code") + "|" + measure.key(),
        List.of(
            Cell.of(title(measure), ""),
            Cell.of(Integer.toString(year), newest.text("year")),
            Cell.of(newest.isBlank("value") ? mark : newest.text("value"), newest.text("value")),
            Cell.of(middle == null ? "" : CellWriter.plain(middle), "")));
  }
}
