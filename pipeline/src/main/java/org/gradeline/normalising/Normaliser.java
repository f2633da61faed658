package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradeline.normalising.CouncilRecord.Finding;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.normalising.CouncilRecord.Visit;
import org.gradeline.normalising.CouncilRule.Naming;
import org.gradeline.normalising.GradeRule.GradeReading;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.normalising.QualityIssue.Rejection;
import org.gradeline.normalising.QualityIssue.Repair;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawFinding;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.Unreadable;
import org.gradeline.reference.Area;
import org.gradeline.reference.Council;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.reference.VisitType;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw records into inspections and visits, or into rejections. The rules apply in this order,
 * and the first that a record breaks is the one it is rejected by: place, council, framework,
 * dates, council open, judgements. Not thread safe: it remembers what it has looked up.
 */
public final class Normaliser {
  private static final Set<String> FINDING_KINDS = Set.of("strength", "weakness", "improvement");
  private static final int REMEMBERED = 20_000;
  private static final int MAX_REMEMBERED_LENGTH = 200;

  private final Reference reference;
  private final LocalDate today;
  private final CouncilRule councilRule;
  private final Map<Naming, Parsed<Council>> councils = new HashMap<>();
  private final List<GradeRule> gradeRules;

  /**
   * @param reference the run's reference data
   * @param today dates behind it are doubted
   */
  public Normaliser(Reference reference, LocalDate today) {
    this.reference = reference;
    this.today = today;
    this.councilRule = new CouncilRule(reference);
    this.gradeRules = reference.frameworks().stream().map(GradeRule::new).toList();
  }

  /**
   * What became of an entry.
   *
   * @param record the normalised record; null when it was rejected
   * @param issues rejections, repairs and warnings, in the order in which the record was looked at
   * @param judgementsRead how many judgements it had
   * @param judgementsRejected how many of them are not used
   */
  public record Result(
      @Nullable CouncilRecord record,
      List<QualityIssue> issues,
      int judgementsRead,
      int judgementsRejected) {}

  /**
   * Normalises an entry.
   *
   * @param source position of its source
   * @param entry what stands there
   */
  public Result normalise(int source, RawEntry entry) {
    if (entry instanceof Unreadable place) {
      Rejection rejection =
          new Rejection(
              source,
              place.lineNumber(),
              IssueType.valueOf(place.rule().name()),
              "",
              place.value(),
              place.message(),
              place.suggestion(),
              place.raw());
      return new Result(null, List.of(rejection), 0, 0);
    }
    return new Work(source, (RawRecord) entry).result();
  }

  /** The normalising of one record. */
  private final class Work {
    private final int source;
    private final RawRecord raw;
    private final List<QualityIssue> notes = new ArrayList<>(0);
    private @Nullable RuleViolation fault;
    private int judgementsRejected;
    private long unreadableAreas;

    Work(int source, RawRecord raw) {
      this.source = source;
      this.raw = raw;
    }

    Result result() {
      CouncilRecord record = record();
      int read = raw.judgements().size();
      if (record != null) {
        return new Result(record, notes, read, judgementsRejected);
      }
      if (fault != null) {
        // Nothing of the record is used, so that there is nothing left to repair or to doubt.
        return new Result(null, List.of(rejection(fault)), read, read);
      }
      List<QualityIssue> rejections = notes.stream().filter(Rejection.class::isInstance).toList();
      return new Result(null, rejections, read, read);
    }

    private @Nullable CouncilRecord record() {
      Council council =
          take(
              resolve(
                  new Naming(
                      text(Field.LA_CODE),
                      text(Field.GSS_CODE),
                      text(Field.URN),
                      text(Field.COUNCIL))));
      if (council == null) {
        return null;
      }
      VisitType visitType = raw.judgements().isEmpty() ? visitType() : null;
      Framework framework = framework(visitType != null);
      PartialDate start = date(Field.START_DATE);
      PartialDate end = date(Field.END_DATE);
      PartialDate published = date(Field.PUBLISHED_DATE);
      if (fault == null) {
        checkPresent(visitType != null, start, published);
      }
      if (fault == null) {
        fault = DateRule.checkOrder(start, end, published);
      }
      if (fault == null) {
        fault = councilRule.checkOpen(council, start, published);
      }
      if (fault == null && visitType == null && raw.judgements().isEmpty()) {
        fault = noJudgement();
      }
      if (fault != null) {
        return null;
      }
      CouncilRecord record =
          visitType != null
              ? visit(council, visitType, start, published)
              : framework != null && published != null
                  ? inspection(council, framework, start, end, published)
                  : null;
      if (record != null) {
        doubt(council, framework, record, end);
      }
      return record;
    }

    private @Nullable VisitType visitType() {
      String type = text(Field.INSPECTION_TYPE);
      VisitType known = raw.layout().visitTypes().get(Wording.of(type));
      return known != null ? known : reference.visitType(type);
    }

    private RuleViolation noJudgement() {
      return new RuleViolation(
          IssueType.NO_JUDGEMENT,
          Field.INSPECTION_TYPE.key(),
          text(Field.INSPECTION_TYPE),
          "the record has no judgement, and its type is no visit. Fill an area, or name the visit's type.",
          String.join("; ", reference.visitTypes().stream().map(VisitType::key).toList()));
    }

    private Visit visit(
        Council council,
        VisitType type,
        @Nullable PartialDate start,
        @Nullable PartialDate published) {
      return new Visit(
          council.position(),
          reference.visitTypes().indexOf(type),
          start,
          published,
          text(Field.THEME),
          text(Field.REPORT),
          findings(),
          source,
          raw.lineNumber());
    }

    private @Nullable Inspection inspection(
        Council council,
        Framework framework,
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        PartialDate published) {
      List<Judgement> judgements = new ArrayList<>(raw.judgements().size());
      for (RawJudgement judgement : raw.judgements()) {
        Area area = framework.area(judgement.area());
        Judgement good =
            area == null
                ? unknownArea(framework, judgement)
                : judgement(framework, area, judgement, start, published);
        if (good == null) {
          judgementsRejected++;
        } else if (judgements.stream().anyMatch(other -> other.area() == good.area())) {
          reject(repeated(judgement));
          judgementsRejected++;
        } else {
          judgements.add(good);
        }
      }
      if (judgements.isEmpty()) {
        return null;
      }
      judgements.sort(Comparator.comparingInt(Judgement::area));
      return new Inspection(
          council.position(),
          framework.position(),
          text(Field.INSPECTION_TYPE),
          start,
          end,
          published,
          text(Field.REPORT),
          judgements,
          unreadableAreas,
          findings(),
          source,
          raw.lineNumber());
    }

    private @Nullable Judgement unknownArea(Framework framework, RawJudgement judgement) {
      List<String> areas = framework.areas().stream().map(Area::key).toList();
      // What is no grade is not told: an area that nobody knows may be anything.
      boolean graded =
          byWording(framework, judgement.area(), judgement.grade()) instanceof Valid<GradeReading>;
      List<String> nearest = Nearest.to(judgement.area(), areas, 1);
      reject(
          new RuleViolation(
              IssueType.UNKNOWN_AREA,
              judgement.area(),
              graded ? judgement.grade() : "...",
              "'"
                  + judgement.area()
                  + "' is no area of "
                  + framework.key()
                  + ", which judges "
                  + areas
                  + ".",
              nearest.isEmpty() ? "" : nearest.get(0)));
      return null;
    }

    private @Nullable Judgement judgement(
        Framework framework,
        Area area,
        RawJudgement raw,
        @Nullable PartialDate start,
        PartialDate published) {
      String printed = repaired(raw.area(), raw.grade());
      Parsed<GradeReading> reading = grade(framework, area, printed);
      if (reading instanceof Invalid<GradeReading> bad) {
        reject(bad.violation());
        unreadableAreas |= 1L << area.position();
        return null;
      }
      if (!area.judgedBy(start, published)) {
        reject(
            new RuleViolation(
                IssueType.AREA_NOT_JUDGED,
                area.key(),
                raw.grade(),
                framework.key()
                    + " judges "
                    + area.key()
                    + " "
                    + area.window()
                    + ", and this one started "
                    + (start != null ? start : "before " + published)
                    + ". Leave it blank, or mend the date.",
                ""));
        return null;
      }
      GradeReading grade = ((Valid<GradeReading>) reading).value();
      if (grade.repair() != null) {
        notes.add(
            new Repair(
                source,
                this.raw.lineNumber(),
                grade.repair(),
                area.key(),
                printed,
                grade.repaired()));
      }
      return new Judgement(area.position(), grade.rank(), printed, source, this.raw.lineNumber());
    }

    private Parsed<GradeReading> byWording(Framework framework, String area, String printed) {
      return gradeRules.get(framework.position()).read(area, printed);
    }

    private Parsed<GradeReading> grade(Framework framework, Area area, String printed) {
      Layout.Sentinel sentinel = this.raw.layout().sentinel(printed);
      if (sentinel == Layout.Sentinel.NOT_JUDGED) {
        return Parsed.valid(new GradeReading(Scale.NOT_JUDGED, null, printed));
      }
      if (sentinel == Layout.Sentinel.UNREADABLE) {
        return Parsed.invalid(
            IssueType.UNREADABLE_GRADE,
            area.key(),
            printed,
            "whoever made the file could not read the grade. Look it up in the report.",
            "");
      }
      return byWording(framework, area.key(), printed);
    }

    private RuleViolation repeated(RawJudgement judgement) {
      return new RuleViolation(
          IssueType.REPEATED_AREA,
          judgement.area(),
          judgement.grade(),
          "the record judges "
              + judgement.area()
              + " twice; the first is used. Keep one of the two.",
          "");
    }

    private List<Finding> findings() {
      List<Finding> findings = new ArrayList<>(raw.findings().size());
      for (RawFinding finding : raw.findings()) {
        String kind = Wording.of(finding.kind());
        if (FINDING_KINDS.contains(kind)) {
          findings.add(
              new Finding(repaired("theme", finding.theme()), kind, finding.text().strip()));
        } else {
          reject(
              new RuleViolation(
                  IssueType.UNKNOWN_FINDING_KIND,
                  "kind",
                  finding.kind(),
                  "'"
                      + finding.kind()
                      + "' is no kind of finding. Write strength, weakness or improvement.",
                  String.join("; ", Nearest.to(kind, FINDING_KINDS, 1))));
        }
      }
      return findings;
    }

    private @Nullable Framework framework(boolean visit) {
      String text = text(Field.FRAMEWORK);
      Framework framework = text.isEmpty() ? null : reference.framework(text);
      if (framework == null && fault == null && !text.isEmpty()) {
        List<String> keys = reference.frameworks().stream().map(Framework::key).toList();
        List<String> nearest = Nearest.to(Wording.of(text), keys, 1);
        fault =
            new RuleViolation(
                IssueType.UNKNOWN_FRAMEWORK,
                Field.FRAMEWORK.key(),
                text,
                "'" + text + "' is no known framework. Known are " + keys + ".",
                nearest.isEmpty() ? "" : nearest.get(0));
      } else if (framework == null && fault == null && !visit && !raw.judgements().isEmpty()) {
        fault =
            new RuleViolation(
                IssueType.MISSING_FRAMEWORK,
                Field.FRAMEWORK.key(),
                "",
                "the record has judgements and no framework. Fill the column 'framework'.",
                "");
      }
      return framework;
    }

    private void checkPresent(
        boolean visit, @Nullable PartialDate start, @Nullable PartialDate published) {
      if (published == null && !(visit && start != null)) {
        fault =
            new RuleViolation(
                IssueType.MISSING_DATE,
                Field.PUBLISHED_DATE.key(),
                "",
                visit
                    ? "the visit has neither a start nor a publication date. Fill one of them."
                    : "the inspection has no publication date, and counts from that day. Fill it.",
                "yyyy-mm-dd");
      }
    }

    private @Nullable PartialDate date(Field field) {
      String text = text(field);
      return text.isEmpty() || fault != null
          ? null
          : take(DateRule.read(field, text, raw.layout()));
    }

    /** A record that can be used is looked at once more for what a person should check. */
    private void doubt(
        Council council,
        @Nullable Framework framework,
        CouncilRecord record,
        @Nullable PartialDate end) {
      PartialDate start = record.start();
      PartialDate published = record.published();
      if (start != null && published != null) {
        long days = start.daysTo(published).orElse(0);
        if (days > DateRule.USUAL_DAYS_TO_PUBLICATION) {
          warn(
              IssueType.LATE_PUBLICATION,
              Field.PUBLISHED_DATE,
              published.toString(),
              "published " + days + " days after the start " + start);
        }
      }
      if (start == null
          && record instanceof Inspection
          && framework != null
          && framework.startUsual()) {
        warn(
            IssueType.MISSING_START_DATE,
            Field.START_DATE,
            "",
            framework.key() + " records usually have a start date");
      }
      doubtFuture(Field.START_DATE, start);
      doubtFuture(Field.END_DATE, end);
      doubtFuture(Field.PUBLISHED_DATE, published);
      String gssCode = text(Field.GSS_CODE);
      if (!gssCode.isEmpty()) {
        Council.Code last = council.codes().get(council.codes().size() - 1);
        if (!last.code().equalsIgnoreCase(gssCode)) {
          warn(
              IssueType.SUPERSEDED_CODE,
              Field.GSS_CODE,
              gssCode,
              council.name() + " has had the code " + last.code() + " since " + last.from());
        }
      }
    }

    private void doubtFuture(Field field, @Nullable PartialDate date) {
      if (date != null && DateRule.isAfter(date, today)) {
        warn(IssueType.FUTURE_DATE, field, date.toString(), "the date is in the future");
      }
    }

    /** A field's text, its characters repaired, trimmed. */
    private String text(Field field) {
      String text = raw.get(field);
      if (text.isEmpty() || raw.layout().sentinel(text) == null) {
        return text.isEmpty() ? text : repaired(field.key(), text).strip();
      }
      warn(
          IssueType.UNREADABLE_VALUE,
          field,
          text,
          "whoever made the file could not read the value, so that it counts as blank");
      return "";
    }

    private String repaired(String field, String text) {
      if (TextRepair.isPlain(text)) {
        return text.strip();
      }
      String narrow = TextRepair.narrow(text);
      reportRepair(IssueType.WIDE_CHARACTERS, field, text, narrow);
      String straight = TextRepair.straighten(narrow);
      reportRepair(IssueType.CURLY_QUOTES, field, narrow, straight);
      return straight.strip();
    }

    private void reportRepair(IssueType rule, String field, String before, String after) {
      Repair repair = new Repair(source, raw.lineNumber(), rule, field, before, after.strip());
      if (!before.equals(after) && !notes.contains(repair)) {
        notes.add(repair);
      }
    }

    private <T> @Nullable T take(Parsed<T> checked) {
      if (checked instanceof Invalid<T> bad) {
        fault = bad.violation();
        return null;
      }
      return ((Valid<T>) checked).value();
    }

    private void reject(RuleViolation fault) {
      notes.add(rejection(fault));
    }

    private Rejection rejection(RuleViolation fault) {
      return new Rejection(
          source,
          raw.lineNumber(),
          fault.rule(),
          fault.field(),
          fault.value(),
          fault.message(),
          fault.suggestion(),
          raw.raw().get());
    }

    private void warn(IssueType rule, Field field, String value, String message) {
      Warning warning = new Warning(source, raw.lineNumber(), rule, field.key(), value, message);
      if (!notes.contains(warning)) {
        notes.add(warning);
      }
    }
  }

  private Parsed<Council> resolve(Naming naming) {
    Parsed<Council> known = councils.get(naming);
    if (known == null) {
      known = councilRule.resolve(naming);
      if (councils.size() < REMEMBERED && naming.toString().length() <= MAX_REMEMBERED_LENGTH) {
        councils.put(naming, known);
      }
    }
    return known;
  }
}
