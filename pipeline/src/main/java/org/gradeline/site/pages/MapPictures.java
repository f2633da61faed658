package org.gradeline.site.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.site.charts.Caption;
import org.gradeline.site.charts.HexMap;
import org.gradeline.site.pages.DataTable.Show;
import org.gradeline.story.Words;
import org.gradeline.tables.PublishedRow;

/** The map of every council's grade on a line, and the list beside it. */
final class MapPictures {
  private final PageData data;
  private final Frames frames;
  private final Map<Integer, HexMap.Ground> grounds = new TreeMap<>();

  MapPictures(PageData data, Frames frames) {
    this.data = data;
    this.frames = frames;
    data.reference()
        .context()
        .outlines()
        .forEach((council, outline) -> grounds.put(council, HexMap.Ground.of(outline)));
  }

  /** Every open council in the colour of its grade on a line. */
  Figure map(Line line, String root) {
    Map<String, PublishedRow> grades = new TreeMap<>();
    data.rows("latest", line).stream().forEach(row -> grades.put(row.text("la_code"), row));
    List<HexMap.Area> areas = new ArrayList<>();
    for (Council council : data.reference().councils().all()) {
      PublishedRow row = grades.get(council.laCode());
      HexMap.Ground ground = grounds.get(council.position());
      if (row != null && ground != null) {
        areas.add(
            new HexMap.Area(
                ground,
                row.isBlank("grade") ? null : data.mark(row, "grade"),
                council.name(),
                root + data.links().council(council.laCode())));
      }
    }
    String title = line.label() + ": the grade of every council, " + Words.date(data.asAt());
    Caption caption =
        new Caption(
            "map-" + line.key(),
            title,
            "A map of England on which every council is made of hexagons. The list below has the"
                + " same grades.");
    return new Figure(
        title,
        areas.isEmpty() ? "" : HexMap.svg(caption, areas),
        frames.source("latest"),
        standings(List.copyOf(grades.values()), root));
  }

  /** The grades of councils on a line, by name. */
  DataTable standings(List<PublishedRow> rows, String root) {
    return DataTable.of(
        "Every council",
        "tables/latest.csv",
        rows.stream()
            .sorted((one, other) -> one.text("council").compareTo(other.text("council")))
            .toList(),
        List.of("la_code", "line"),
        List.of(
            Show.text("Council", "council")
                .linked(row -> root + data.links().council(row.text("la_code"))),
            Show.text("Region", "region"),
            Standings.grade(data),
            Show.date("Since", "grade_since"),
            Show.date("Report", "published_date")
                .linked(row -> frames.dayLink(root, row.text("published_date")))));
  }
}
