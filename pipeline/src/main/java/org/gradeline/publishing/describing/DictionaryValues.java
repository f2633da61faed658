package org.gradeline.publishing.describing;

import static java.util.stream.Collectors.joining;
import static org.gradeline.publishing.describing.Markdown.cells;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.reference.Context.Measure;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Geography;
import org.gradeline.reference.KnownPeriod;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scheme;
import org.gradeline.reference.Scope;
import org.gradeline.reference.Vintage;
import org.gradeline.reference.VisitType;
import org.jspecify.annotations.Nullable;

/** The chapter of the dictionary on what the values of the tables' key columns mean. */
final class DictionaryValues {
  private final Reference reference;
  private final Markdown text;

  private DictionaryValues(Reference reference, Markdown text) {
    this.reference = reference;
    this.text = text;
  }

  static void describe(Reference reference, Markdown text) {
    new DictionaryValues(reference, text).describe();
  }

  private void describe() {
    text.heading(2, "Values");
    schemes();
    lines();
    scopes();
    frameworks();
    areas();
    grades();
    visitTypes();
    geographies();
    context();
    vintages();
  }

  private void schemes() {
    text.heading(3, "scheme")
        .paragraph(
            "A programme of inspections. An inspection of one scheme ends, follows and counts"
                + " nothing of another.")
        .table(
            List.of("scheme", "label", "lines"),
            reference.schemes().stream()
                .map(scheme -> cells(scheme.key(), scheme.label(), lines(scheme))));
  }

  private String lines(Scheme scheme) {
    return reference.lines(scheme).stream().map(Line::key).collect(joining(", "));
  }

  private void lines() {
    text.heading(3, "line")
        .paragraph("An area that is followed across the frameworks of a scheme.")
        .table(
            List.of("line", "label", "scheme", "scale", "what it follows, oldest first"),
            reference.lines().stream()
                .map(
                    line ->
                        cells(
                            line.key(),
                            line.label(),
                            line.scheme().key(),
                            line.scale().key(),
                            line.definition())));
  }

  private void scopes() {
    text.heading(3, "scope")
        .paragraph("The frameworks that a row counts. It ignores all other inspections.")
        .table(
            List.of("scope", "label", "frameworks", "geography levels"),
            reference.scopes().stream()
                .map(
                    scope ->
                        cells(
                            scope.key(),
                            scope.label(),
                            frameworks(scope),
                            String.join(", ", scope.geographyLevels()))));
  }

  private String frameworks(Scope scope) {
    return scope.frameworks().contains(false)
        ? reference.frameworks().stream()
            .filter(scope::includes)
            .map(Framework::key)
            .collect(joining(", "))
        : "all of the line's scheme";
  }

  private void frameworks() {
    text.heading(3, "framework")
        .paragraph(
            "The rulebook of an inspection. An inspection of full coverage ends every line of the"
                + " scheme that it does not judge; one of partial coverage, or of a partial type,"
                + " ends none.")
        .table(
            List.of(
                "framework", "label", "scheme", "inspections start", "coverage", "partial types"),
            reference.frameworks().stream()
                .map(
                    framework ->
                        cells(
                            framework.key(),
                            framework.label(),
                            framework.scheme().key(),
                            days(framework.firstDay(), framework.lastDay()),
                            framework.full() ? "full" : "partial",
                            framework.partialTypes().stream().sorted().collect(joining(", ")))));
  }

  private static String days(@Nullable LocalDate first, @Nullable LocalDate last) {
    if (first == null && last == null) {
      return "on any day";
    }
    return Stream.of(first == null ? "" : "from " + first, last == null ? "" : "to " + last)
        .filter(part -> !part.isEmpty())
        .collect(joining(" "));
  }

  private void areas() {
    text.heading(3, "area")
        .paragraph("What a framework judges.")
        .table(
            List.of("framework", "area", "label", "judged", "line"),
            reference.frameworks().stream()
                .flatMap(
                    framework ->
                        framework.areas().stream()
                            .map(
                                area ->
                                    cells(
                                        framework.key(),
                                        area.key(),
                                        area.label(),
                                        area.window(),
                                        linesOf(framework, area.key())))));
  }

  private String linesOf(Framework framework, String area) {
    return reference.lines().stream()
        .filter(
            line ->
                line.members().stream()
                    .anyMatch(
                        member ->
                            member.framework().position() == framework.position()
                                && member.area().key().equals(area)))
        .map(Line::key)
        .collect(joining(", "));
  }

  private void grades() {
    List<Scale> scales =
        reference.frameworks().stream()
            .flatMap(framework -> framework.scales().stream())
            .distinct()
            .toList();
    text.heading(3, "grade")
        .paragraph(
            "Grades of a scale, the best first. "
                + Scale.NOT_JUDGED_KEY
                + " is an outcome without a place among them. Grades that pass are also counted"
                + " together where their scale has a name for that.")
        .table(
            List.of("scale", "grade", "label", "grade_rank:", "passes"),
            scales.stream()
                .flatMap(
                    scale ->
                        scale.grades().stream()
                            .map(
                                grade ->
                                    cells(
                                        scale.key(),
                                        grade.key(),
                                        grade.label(),
                                        Integer.toString(grade.rank()),
                                        grade.rank() <= scale.passMark() ? "yes" : "no"))))
        .table(
            List.of("scale", "grades that pass together", "label"),
            scales.stream()
                .filter(scale -> !scale.passName().isEmpty())
                .map(scale -> cells(scale.key(), scale.passName(), scale.passLabel())));
  }

  private void visitTypes() {
    Map<String, KnownPeriod> known =
        reference.knownPeriods().stream()
            .collect(Collectors.toMap(KnownPeriod::event, period -> period, (one, other) -> one));
    text.heading(3, "visit_type")
        .paragraph(
            "An event without a grade. How many there were is unknown outside the days below.")
        .table(
            List.of("visit_type", "scheme", "all visits are known", "source"),
            reference.visitTypes().stream()
                .map(
                    type -> {
                      KnownPeriod period = known.get(type.key());
                      return cells(
                          type.key(),
                          scheme(type),
                          period == null ? "" : days(period.from(), period.until()),
                          period == null ? "" : period.source());
                    }));
  }

  private static String scheme(VisitType type) {
    return type.scheme() == null ? "" : type.scheme().key();
  }

  private void geographies() {
    Map<String, List<Geography>> byLevel =
        reference.geographies().stream()
            .collect(
                Collectors.groupingBy(
                    Geography::level, java.util.TreeMap::new, Collectors.toList()));
    text.heading(3, "geography_level")
        .table(
            List.of("geography_level", "geographies"),
            byLevel.entrySet().stream()
                .map(
                    level ->
                        cells(
                            level.getKey(),
                            level.getValue().stream()
                                .map(Geography::name)
                                .collect(joining("; ")))));
  }

  private void context() {
    if (!reference.context().measures().isEmpty()) {
      text.heading(3, "measure")
          .table(
              List.of("measure", "label", "unit", "source", "caveat"),
              reference.context().measures().values().stream().map(DictionaryValues::cellsOf));
      text.heading(3, "mark")
          .table(
              List.of("mark", "meaning"),
              reference.context().marks().entrySet().stream()
                  .map(mark -> cells(mark.getKey(), mark.getValue())));
    }
  }

  private static List<String> cellsOf(Measure measure) {
    return cells(
        measure.key(), measure.label(), measure.unit(), measure.source(), measure.caveat());
  }

  private void vintages() {
    List<Vintage> known =
        reference.vintages().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    text.heading(2, "How old the reference data is")
        .table(
            List.of("file", "of", "source", "caveat"),
            known.stream()
                .map(
                    vintage ->
                        cells(
                            vintage.file(),
                            vintage.asAt() == null ? "unknown" : vintage.asAt().toString(),
                            vintage.source(),
                            vintage.caveat())));
  }
}
