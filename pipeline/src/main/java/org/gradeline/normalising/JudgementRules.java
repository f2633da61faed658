package org.gradeline.normalising;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.GradeWordings.GradeReading;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.RecordDraft.Judgements;
import org.gradeline.normalising.RuleOutcome.RejectedRecord;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.ShownText;
import org.gradeline.reference.Area;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Layout.Sentinel;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;

/**
 * What the inspectors judged. A judgement that cannot be used is left out on its own; a record that
 * has lost all of them is rejected.
 */
final class JudgementRules {
  private final List<OfFramework> wordings;

  /** The wordings of a framework's own scale, and of the scale of each area. */
  private record OfFramework(GradeWordings own, List<GradeWordings> byArea) {}

  JudgementRules(Reference reference) {
    this.wordings =
        reference.frameworks().stream()
            .map(framework -> wordings(framework, reference.frameworks()))
            .toList();
  }

  private static OfFramework wordings(Framework framework, List<Framework> all) {
    Map<String, GradeWordings> byScale = new HashMap<>();
    List<GradeWordings> byArea = new ArrayList<>();
    for (Area area : framework.areas()) {
      byArea.add(
          byScale.computeIfAbsent(
              area.scale().key(), key -> new GradeWordings(framework, area.scale(), all)));
    }
    return new OfFramework(new GradeWordings(framework, all), byArea);
  }

  /** Reads the judgements of an inspection. */
  RuleOutcome read(RecordDraft draft) {
    return draft.hasJudgements() ? new Reading(draft).outcome() : draft;
  }

  /** The reading of one record: what its judgements have given so far. */
  private final class Reading {
    private final RecordDraft draft;
    private final Framework framework;
    private final List<Judgement> kept;
    private final List<QualityIssue> issues;
    private long unreadableAreas;

    Reading(RecordDraft draft) {
      this.draft = draft;
      this.framework = draft.knownFramework();
      this.kept = new ArrayList<>(draft.raw().judgements().size());
      this.issues = new ArrayList<>(draft.issues());
    }

    RuleOutcome outcome() {
      draft.raw().judgements().forEach(this::read);
      if (kept.isEmpty()) {
        return new RejectedRecord(rejections());
      }
      kept.sort(Comparator.comparingInt(Judgement::area));
      return draft.withJudgements(
          new Judgements(Collections.unmodifiableList(kept), unreadableAreas), issues);
    }

    private List<Rejection> rejections() {
      return issues.stream()
          .filter(Rejection.class::isInstance)
          .map(Rejection.class::cast)
          .toList();
    }

    /** Keeps a judgement, or leaves it out by the first of these rules that it breaks. */
    private void read(RawJudgement raw) {
      Area area = framework.area(raw.area());
      if (area == null) {
        leaveOut(unknownArea(raw));
        return;
      }
      String printed = TextRules.repaired(draft, raw.area(), raw.grade(), issues);
      Parsed<GradeReading> reading = grade(area, printed);
      if (reading instanceof Invalid<GradeReading> invalid) {
        leaveOut(invalid.violation());
        unreadableAreas |= 1L << area.position();
        return;
      }
      if (!area.judgedBy(draft.dates().start(), draft.knownPublished())) {
        leaveOut(notJudged(area, raw));
        return;
      }
      GradeReading grade = ((Valid<GradeReading>) reading).value();
      reportRepair(area, printed, grade);
      if (isJudged(area)) {
        leaveOut(repeated(raw));
        return;
      }
      kept.add(
          new Judgement(
              area.position(), grade.rank(), printed, draft.source(), draft.raw().lineNumber()));
    }

    private void leaveOut(RuleViolation violation) {
      issues.add(draft.rejection(violation));
    }

    private Parsed<GradeReading> grade(Area area, String printed) {
      Sentinel sentinel = draft.raw().layout().sentinel(printed);
      if (sentinel == Sentinel.NOT_JUDGED) {
        return Parsed.valid(new GradeReading(Scale.NOT_JUDGED, null, printed));
      }
      if (sentinel == Sentinel.UNREADABLE) {
        return Parsed.invalid(
            IssueType.UNREADABLE_GRADE,
            area.key(),
            printed,
            "'"
                + printed
                + "' stands in place of a grade for "
                + area.key()
                + ". Look the grade up in the report.",
            "");
      }
      return wordings
          .get(framework.position())
          .byArea()
          .get(area.position())
          .read(area.key(), printed);
    }

    private boolean isJudged(Area area) {
      for (Judgement judgement : kept) {
        if (judgement.area() == area.position()) {
          return true;
        }
      }
      return false;
    }

    private void reportRepair(Area area, String printed, GradeReading grade) {
      IssueType type = grade.repair();
      if (type != null) {
        issues.add(draft.repair(type, area.key(), printed, grade.repaired()));
      }
    }

    private RuleViolation unknownArea(RawJudgement raw) {
      List<String> areas = framework.areas().stream().map(Area::key).toList();
      // Shown only if it is a grade: an area that nobody knows may hold anything.
      boolean graded =
          wordings.get(framework.position()).own().read(raw.area(), raw.grade())
              instanceof Valid<GradeReading>;
      return new RuleViolation(
          IssueType.UNKNOWN_AREA,
          raw.fromUnknownKey() ? "judgements" : raw.area(),
          graded ? raw.grade() : ShownText.HIDDEN,
          (raw.fromUnknownKey() ? "a key of " + ShownText.size(raw.area()) : "'" + raw.area() + "'")
              + " is not an area of "
              + framework.key()
              + ". Use one of: "
              + String.join(", ", areas)
              + ".",
          String.join("", Nearest.to(raw.area(), areas, 1)));
    }

    private RuleViolation notJudged(Area area, RawJudgement raw) {
      PartialDate start = draft.dates().start();
      String started =
          start == null
              ? "before " + draft.knownPublished()
              : (start.isFull() ? "on " : "in ") + start;
      return new RuleViolation(
          IssueType.AREA_NOT_JUDGED,
          area.key(),
          raw.grade(),
          "in "
              + framework.key()
              + ", "
              + area.key()
              + " is judged "
              + area.window()
              + ", but this inspection started "
              + started
              + ". Leave the grade blank, or fix the date.",
          "");
    }

    private static RuleViolation repeated(RawJudgement raw) {
      return new RuleViolation(
          IssueType.REPEATED_AREA,
          raw.area(),
          raw.grade(),
          "the record judges "
              + raw.area()
              + " more than once. The first grade is used."
              + " Keep only one.",
          "");
    }
  }
}
