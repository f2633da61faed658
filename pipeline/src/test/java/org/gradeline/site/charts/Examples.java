package org.gradeline.site.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Records to draw: real where the picture is of a council's grades. */
final class Examples {
  static final GradeMark OUTSTANDING = new GradeMark("O", "Outstanding", 1);
  static final GradeMark GOOD = new GradeMark("G", "Good", 2);
  static final GradeMark IMPROVE = new GradeMark("R", "Requires improvement", 3);
  static final GradeMark INADEQUATE = new GradeMark("I", "Inadequate", 4);

  /** The City of London: a single hexagon. */
  static final String CITY = "M211,480 212,481 212,483 211,484 210,483 210,481Z";

  static final String NORTHUMBERLAND =
      "M130,33 129,34 128,33 127,34 126,33 125,30 124,27 124,25 125,22 126,21 127,22 128,19 129,16"
          + " 130,13 130,9 129,6 129,4 130,1 131,0 132,1 133,4 134,7 135,10 136,13 137,16 138,19"
          + " 139,22 140,25 140,27 139,28 138,27 137,28 136,27 135,28 134,27 133,28 132,27 131,30Z";

  private Examples() {}

  static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  static Period axis() {
    return new Period(day("2010-01-01"), day("2026-11-21"));
  }

  static Caption caption(String title) {
    return new Caption("picture", title, "Blocks from left to right.");
  }

  /** Overall effectiveness of Knowsley. */
  static List<GradeBlock> knowsley() {
    return List.of(
        block(GOOD, "2010-03-12", "2014-06-30", false),
        block(INADEQUATE, "2014-06-30", "2017-06-13", true),
        block(IMPROVE, "2017-06-13", "2021-12-03", false),
        block(IMPROVE, "2021-12-03", "2025-01-20", true),
        block(INADEQUATE, "2025-01-20", "2026-11-21", false));
  }

  static GradeBlock block(GradeMark mark, String from, String until, boolean newTest) {
    return new GradeBlock(mark, day(from), day(until), newTest, mark.label() + " from " + from);
  }

  static Timeline.Course course(String label, List<GradeBlock> blocks) {
    return new Timeline.Course(
        axis(),
        List.of(new Timeline.LabelledLane(label, blocks)),
        List.of(new Timeline.Visit(day("2015-02-10"), label + ": monitoring visit")),
        List.of(new Period(day("2010-01-01"), day("2014-01-01"))));
  }

  static YearBars.Shares shares(String label) {
    return new YearBars.Shares(
        List.of(
            YearBars.Bar.none("2012"),
            new YearBars.Bar(label, 33.333, 6.149, 79.235, 1, 3),
            new YearBars.Bar("2024", 61.4, 53.5, 68.8, 94, 153)),
        List.of(new YearBars.Break("2024", label)));
  }

  static GradeBars.Group group(String label) {
    return new GradeBars.Group(
        label,
        List.of(
            new GradeBars.Part(OUTSTANDING, 1),
            new GradeBars.Part(GOOD, 23),
            new GradeBars.Part(IMPROVE, 7)),
        31);
  }

  static List<HexMap.Area> areas(String name) {
    return List.of(
        new HexMap.Area(HexMap.Ground.of(CITY), null, name, "councils/city.html"),
        new HexMap.Area(
            HexMap.Ground.of(NORTHUMBERLAND), GOOD, "Northumberland", "councils/929.html?a=1&b=2"));
  }

  static SurvivalCurve.Curve curve(String label) {
    return new SurvivalCurve.Curve(
        label,
        "Years since the grade",
        List.of(
            new SurvivalCurve.Step(365.25, 0.75, 0.5, 1, 20),
            new SurvivalCurve.Step(730.5, 0.5, 0.3, 0.8, 12),
            new SurvivalCurve.Step(803.55, 0.4, 0.2, 0.7, 11),
            new SurvivalCurve.Step(1004.4375, 0, Double.NaN, Double.NaN, 4)),
        OptionalDouble.of(730.5));
  }

  static MeasureLine.Figures figures(String name) {
    return new MeasureLine.Figures(
        series(name, 110.5, null, 90.0, 124.25), series("England", 60.0, 61.0, 64.0, 71.2), "");
  }

  /** Figures of the years from 2020. */
  static MeasureLine.Series series(String name, @Nullable Double... values) {
    List<MeasureLine.Point> points = new ArrayList<>();
    for (Double value : values) {
      points.add(new MeasureLine.Point(2020 + points.size(), value));
    }
    return new MeasureLine.Series(name, points);
  }

  /** Every kind of picture, each with a name in it that somebody else has chosen. */
  static Map<String, String> pictures(String name) {
    Caption caption = caption(name);
    Map<String, String> pictures = new LinkedHashMap<>();
    pictures.put("timeline", Timeline.svg(caption, course(name, knowsley())));
    pictures.put("lane", Lane.svg(caption, axis(), knowsley()));
    pictures.put("year-bars", YearBars.svg(caption, shares(name)));
    pictures.put("grade-bars", GradeBars.svg(caption, List.of(group(name))));
    pictures.put("hex-map", HexMap.svg(caption, areas(name)));
    pictures.put("survival-curve", SurvivalCurve.svg(caption, curve(name)));
    pictures.put("measure-line", MeasureLine.svg(caption, figures(name)));
    return pictures;
  }
}
