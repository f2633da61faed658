package org.gradeline.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.gradeline.histories.Step;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scheme;
import org.gradeline.statistics.StandingTally.Comparison;
import org.gradeline.statistics.StandingTally.InForce;
import org.gradeline.statistics.WaitingTally.Waiting;
import org.gradeline.story.Known.Estimate;
import org.jspecify.annotations.Nullable;

/** A council's story as data: numbers are numbers, and what is not known is null. */
final class StoryJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final CouncilStory story;
  private final Council council;
  private final Known known;

  private StoryJson(CouncilStory story) {
    this.story = story;
    this.council = story.council();
    this.known = story.known();
  }

  static ObjectNode of(CouncilStory story) {
    return new StoryJson(story).node();
  }

  /** Chapters with their sentences, and the rows of their tables. */
  static ArrayNode chapters(List<Chapter> chapters) {
    ArrayNode nodes = JSON.arrayNode();
    for (Chapter chapter : chapters) {
      ObjectNode node = nodes.addObject().put("heading", chapter.heading());
      chapter.sentences().forEach(node.putArray("sentences")::add);
      if (!chapter.rows().isEmpty()) {
        ArrayNode rows = node.putArray("rows");
        chapter.rows().forEach(row -> row.forEach(rows.addArray()::add));
      }
    }
    return nodes;
  }

  /** A report of a day, with the ratings that it gave. */
  static ObjectNode of(DayStory.Report report) {
    ObjectNode node = JSON.objectNode();
    node.put("la_code", report.council().laCode());
    node.put("council", report.council().name());
    put(node, "published_date", report.inspection().published());
    ArrayNode together = node.putArray("together");
    report.together().forEach(council -> together.add(council.laCode()));
    ArrayNode ratings = node.putArray("ratings");
    for (int i = 0; i < report.steps().size(); i++) {
      ObjectNode rating = step(report.steps().get(i));
      rating.put("line", report.lines().get(i).key());
      ratings.add(rating);
    }
    return node;
  }

  private ObjectNode node() {
    ObjectNode node = JSON.objectNode();
    List<Scheme> schemes = story.schemes();
    node.put("la_code", council.laCode());
    node.put("council", council.name());
    node.put("official_name", council.officialName());
    node.put("as_at", known.date().asAt().toString());
    node.put("published_by", known.date().publishedBy().toString());
    node.put("paragraph", story.paragraph(schemes.get(0)));
    node.set("story", chapters(story.chapters()));
    ArrayNode judgements = node.putArray("judgements");
    ArrayNode waiting = node.putArray("waiting");
    ArrayNode visits = node.putArray("visits");
    for (Scheme scheme : schemes) {
      story.leading(scheme).forEach(course -> judgements.add(judgement(course)));
      Waiting since = known.waiting(council, scheme);
      if (since != null) {
        waiting.add(waiting(since, scheme));
      }
      Visits ofScheme = story.visits(scheme);
      ofScheme.visits().forEach(visit -> visits.add(visit(visit, ofScheme)));
    }
    ObjectNode lines = node.putObject("lines");
    story.lines().forEach(line -> lines.set(line.key(), line(line)));
    return node;
  }

  private ObjectNode line(Line line) {
    Course course = known.course(council, line);
    ObjectNode node = JSON.objectNode();
    ArrayNode trajectory = node.putArray("trajectory");
    course.steps().forEach(step -> trajectory.add(step(step)));
    node.putArray("latest").add(judgement(course));
    ArrayNode comparison = node.putArray("neighbours");
    ArrayNode grades = node.putArray("neighbour_grades");
    if (council.openOn(known.date().asAt())) {
      comparison.add(comparison(line));
      known.standings().neighbours(council).forEach(other -> grades.add(neighbour(other, line)));
    }
    return node;
  }

  private ObjectNode judgement(Course course) {
    Step last = course.inForce();
    ObjectNode node = JSON.objectNode();
    node.put("scheme", course.line().scheme().key());
    node.put("line", course.line().key());
    node.put("label", course.line().label());
    node.put("status", course.status().key());
    node.put("grade", last == null ? null : last.grade().key());
    node.put("grade_rank", last == null ? null : last.grade().rank());
    node.put("judged", last == null ? null : Grades.judged(last));
    put(node, "published_date", last == null ? null : last.inspection().published());
    put(node, "grade_since", last == null ? null : last.gradeSince());
    put(node, "days_at_grade", last == null ? OptionalLong.empty() : daysSince(last.gradeSince()));
    node.put("reports_at_grade", last == null ? null : Course.run(last).size());
    Step before = last == null ? null : Course.run(last).get(0).previous();
    node.put("grade_before", before == null ? null : before.grade().key());
    Step previous = last == null ? null : last.previous();
    node.put("previous_grade", previous == null ? null : previous.grade().key());
    node.put("direction", last == null ? null : last.direction().key());
    node.put("report", last == null ? null : textOrNull(last.inspection().report()));
    return node;
  }

  private static ObjectNode step(Step step) {
    ObjectNode node = JSON.objectNode();
    Step previous = step.previous();
    node.put("step", step.number());
    node.put("framework", step.member().framework().key());
    node.put("area", step.member().area().key());
    node.put("judged", Grades.judged(step));
    put(node, "start_date", step.inspection().start());
    put(node, "published_date", step.inspection().published());
    node.put("grade", step.grade().key());
    node.put("grade_rank", step.grade().rank());
    node.put("wording", Course.wording(step));
    node.put("previous_grade", previous == null ? null : previous.grade().key());
    node.put("change", previous == null ? null : step.change());
    node.put("direction", step.direction().key());
    put(node, "days_since_previous", step.daysSincePrevious());
    node.put("comparable", previous == null ? null : step.comparable() ? "yes" : "with_care");
    put(node, "visits_since_previous", step.visitsSincePrevious());
    put(node, "in_force_until", step.inForceUntil());
    node.put("report", textOrNull(step.inspection().report()));
    return node;
  }

  private ObjectNode comparison(Line line) {
    Comparison comparison = known.standings().compare(council, line);
    ObjectNode node = JSON.objectNode();
    node.put("neighbours", comparison.neighbours());
    node.put("graded", comparison.graded());
    node.put("better", comparison.hasGrade() ? comparison.better() : null);
    node.put("same", comparison.hasGrade() ? comparison.same() : null);
    node.put("worse", comparison.hasGrade() ? comparison.worse() : null);
    node.put("position", comparison.hasGrade() ? comparison.position() : null);
    return node;
  }

  private ObjectNode neighbour(Council neighbour, Line line) {
    InForce grade = known.standings().inForce(neighbour, line);
    ObjectNode node = JSON.objectNode();
    node.put("la_code", neighbour.laCode());
    node.put("council", neighbour.name());
    node.put("grade", grade == null ? null : line.scale().grade(grade.rank()).key());
    node.put("grade_rank", grade == null ? null : grade.rank());
    put(node, "grade_since", grade == null ? null : grade.since());
    put(node, "published_date", grade == null ? null : grade.published());
    return node;
  }

  private ObjectNode waiting(Waiting waiting, Scheme scheme) {
    Estimate estimate = known.waits(waiting);
    ObjectNode node = JSON.objectNode();
    node.put("scheme", scheme.key());
    put(node, "last_start_date", waiting.lastStart());
    put(node, "last_published_date", waiting.lastPublished());
    put(node, "days_since_last", daysSince(waiting.lastPublished()));
    node.put("lowest_grade", waiting.lowestRank() == 0 ? null : lowest(waiting));
    node.put("spells", estimate.exits().total());
    put(node, "quartile_1_days", estimate.estimate().quantile(0.25));
    put(node, "median_days", estimate.estimate().quantile(0.5));
    put(node, "quartile_3_days", estimate.estimate().quantile(0.75));
    return node;
  }

  private String lowest(Waiting waiting) {
    return known.reference().frameworks().stream()
        .map(Framework::scale)
        .filter(scale -> scale.key().equals(waiting.scale()))
        .findFirst()
        .orElseThrow()
        .grade(waiting.lowestRank())
        .key();
  }

  private static ObjectNode visit(Visit visit, Visits visits) {
    ObjectNode node = JSON.objectNode();
    node.put("visit_type", visits.type(visit).key());
    put(node, "start_date", visit.start());
    put(node, "published_date", visit.published());
    node.put("theme", textOrNull(visit.theme()));
    node.put("report", textOrNull(visit.report()));
    return node;
  }

  private OptionalLong daysSince(PartialDate day) {
    OptionalLong days = day.daysTo(PartialDate.of(known.date().asAt()));
    return days.isEmpty() ? days : OptionalLong.of(Math.max(0, days.getAsLong()));
  }

  private static @Nullable String textOrNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static void put(ObjectNode node, String name, @Nullable PartialDate date) {
    node.put(name, Objects.toString(date, null));
  }

  private static void put(ObjectNode node, String name, OptionalLong number) {
    node.put(name, number.isPresent() ? number.getAsLong() : null);
  }

  private static void put(ObjectNode node, String name, OptionalDouble number) {
    node.put(name, number.isPresent() ? number.getAsDouble() : null);
  }
}
