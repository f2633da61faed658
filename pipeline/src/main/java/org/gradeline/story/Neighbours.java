package org.gradeline.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reference.Council;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Vintage;
import org.gradeline.statistics.StandingTally.Comparison;
import org.gradeline.statistics.StandingTally.InForce;
import org.jspecify.annotations.Nullable;

/**
 * A council among its statistical neighbours, in sentences.
 *
 * @param council the council
 * @param known what is known of all councils
 */
record Neighbours(Council council, Known known) {
  private static final String FILE = "statistical_neighbours.csv";

  /** Who they are, by which model, and how they are rated on each line. */
  List<String> sentences(List<Line> lines) {
    if (!council.openOn(known.date().asAt())) {
      return List.of(
          council.name() + " is closed and has no statistical neighbours" + model() + ".");
    }
    List<Council> neighbours = known.standings().neighbours(council);
    if (neighbours.isEmpty()) {
      return List.of(council.name() + " has no statistical neighbours" + model() + ".");
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(
        council.name()
            + " has "
            + Words.count(neighbours.size(), "statistical neighbour", "statistical neighbours")
            + model()
            + ", the closest first: "
            + Words.list(neighbours.stream().map(Council::name).toList())
            + ".");
    lines.forEach(line -> sentences.add(line.label() + ": " + byGrade(neighbours, line)));
    return sentences;
  }

  /** {@code (Department for Education's model of May 2025)}. */
  private String model() {
    Vintage vintage = known.reference().vintages().get(FILE);
    if (vintage == null || vintage.publisher().isEmpty()) {
      return " (by the file " + (vintage == null ? FILE : vintage.file()) + ")";
    }
    PartialDate asAt = vintage.asAt();
    if (asAt == null) {
      return " (" + vintage.publisher() + "'s model)";
    }
    return asAt.earliest() > PartialDate.pack(known.date().asAt())
        ? " (" + vintage.publisher() + "'s model; these records have only one, of a later date)"
        : " (" + vintage.publisher() + "'s model of " + Words.date(asAt) + ")";
  }

  private String byGrade(List<Council> neighbours, Line line) {
    Map<Grade, List<String>> names = new LinkedHashMap<>();
    line.scale().grades().forEach(grade -> names.put(grade, new ArrayList<>()));
    List<String> ungraded = new ArrayList<>();
    for (Council neighbour : neighbours) {
      Grade grade = grade(neighbour, line);
      if (grade == null) {
        ungraded.add(neighbour.name());
      } else {
        names.getOrDefault(grade, ungraded).add(neighbour.name());
      }
    }
    List<String> groups = new ArrayList<>();
    names.forEach((grade, councils) -> add(groups, Words.grade(grade), councils));
    add(groups, "no " + line.scale().noun(), ungraded);
    return String.join("; ", groups) + "." + compared(line);
  }

  private @Nullable Grade grade(Council neighbour, Line line) {
    InForce inForce = known.standings().inForce(neighbour, line);
    return inForce == null ? null : line.scale().grade(inForce.rank());
  }

  private static void add(List<String> groups, String grade, List<String> councils) {
    if (!councils.isEmpty()) {
      groups.add(grade + ": " + Words.list(councils));
    }
  }

  /** {@code Seven stand better than Knowsley, three the same and none worse.} */
  private String compared(Line line) {
    Comparison comparison = known.standings().compare(council, line);
    if (!comparison.hasGrade() || comparison.graded() == 0) {
      return "";
    }
    return " "
        + Words.capitalised(Words.orNone(comparison.better()))
        + (comparison.better() == 1 ? " stands" : " stand")
        + " better than "
        + council.name()
        + ", "
        + Words.orNone(comparison.same())
        + " the same and "
        + Words.orNone(comparison.worse())
        + " worse.";
  }
}
