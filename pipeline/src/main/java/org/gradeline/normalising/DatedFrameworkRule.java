package org.gradeline.normalising;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Layout.DatedFramework;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Wording;

/**
 * The framework of a record whose file says none, where its layout lists the frameworks that it can
 * be of: the one whose inspections started on its day. What the day leaves open, the type of
 * inspection and the areas may decide; otherwise the record is rejected, because nothing is
 * guessed.
 */
final class DatedFrameworkRule {
  private DatedFrameworkRule() {}

  /** Finds the framework, and gives the judgements the names of its areas. */
  static RuleOutcome ofItsDay(RecordDraft draft) {
    List<DatedFramework> listed = draft.raw().layout().datedFrameworks();
    if (listed.isEmpty() || !draft.hasJudgements()) {
      return draft;
    }
    Framework named = draft.framework();
    List<DatedFramework> found =
        named == null
            ? candidates(draft, listed)
            : listed.stream().filter(one -> one.framework().equals(named)).toList();
    if (found.size() == 1) {
      DatedFramework one = found.get(0);
      RecordDraft known = draft.withFramework(one.framework());
      return one.areas().isEmpty() ? known : known.withAreas(one::area);
    }
    return named != null ? draft : draft.rejected(unclear(draft, listed, found));
  }

  private static List<DatedFramework> candidates(RecordDraft draft, List<DatedFramework> listed) {
    String type = Wording.of(draft.text(Field.INSPECTION_TYPE));
    PartialDate start = draft.dates().start();
    List<DatedFramework> ofType = narrowed(listed, one -> one.types().contains(type));
    List<DatedFramework> inUse =
        ofType.stream()
            .filter(one -> one.framework().inUse(start, draft.dates().published()))
            .toList();
    return narrowed(inUse, one -> judgesAll(one, draft));
  }

  /** Those that a condition holds for; all of them when it holds for none. */
  private static List<DatedFramework> narrowed(
      List<DatedFramework> all, Predicate<DatedFramework> condition) {
    List<DatedFramework> some = all.stream().filter(condition).toList();
    return some.isEmpty() ? all : some;
  }

  private static boolean judgesAll(DatedFramework one, RecordDraft draft) {
    return draft.raw().judgements().stream()
        .allMatch(judgement -> one.framework().area(one.area(judgement.area())) != null);
  }

  private static RuleViolation unclear(
      RecordDraft draft, List<DatedFramework> listed, List<DatedFramework> found) {
    PartialDate start = draft.dates().start();
    PartialDate day = start != null ? start : draft.knownPublished();
    String type = draft.text(Field.INSPECTION_TYPE);
    String when = (day.isFull() ? "on " : "in ") + day;
    return new RuleViolation(
        IssueType.UNCLEAR_FRAMEWORK,
        (start != null ? Field.START_DATE : Field.PUBLISHED_DATE).key(),
        day.toString(),
        "the record has no framework. "
            + (found.isEmpty()
                ? "No framework of this layout has inspections "
                    + (type.isEmpty() ? "" : "of the type '" + type + "' ")
                    + "that start "
                    + when
                    + " ("
                    + listed.stream()
                        .map(one -> one.framework().key() + " " + one.framework().days())
                        .collect(Collectors.joining(", "))
                    + "). Fix the date, or name the framework in a column 'framework'."
                : "Inspections that start "
                    + when
                    + " can be of "
                    + keys(found, " or ")
                    + ". Name the framework in a column 'framework'."),
        keys(found, "; "));
  }

  private static String keys(List<DatedFramework> frameworks, String separator) {
    return frameworks.stream()
        .map(one -> one.framework().key())
        .collect(Collectors.joining(separator));
  }
}
