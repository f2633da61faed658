package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.List;
import org.gradeline.normalising.RecordDraft.Dates;
import org.gradeline.reference.Council;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/** What is used as it is, and a person should look at. */
final class DoubtRules {
  /** A report that takes longer than this many days from the start of the inspection is doubted. */
  static final long USUAL_DAYS_TO_PUBLICATION = 150;

  private DoubtRules() {}

  /** A report usually comes out within {@value #USUAL_DAYS_TO_PUBLICATION} days of the start. */
  static RuleOutcome latePublication(RecordDraft draft) {
    PartialDate start = draft.dates().start();
    PartialDate published = draft.dates().published();
    if (start == null || published == null) {
      return draft;
    }
    long days = start.daysTo(published).orElse(0);
    return days <= USUAL_DAYS_TO_PUBLICATION
        ? draft
        : draft.withWarning(
            IssueType.LATE_PUBLICATION,
            Field.PUBLISHED_DATE,
            published.toString(),
            "published " + days + " days after the start " + start);
  }

  /** The records of most frameworks have a start date. */
  static RuleOutcome missingStart(RecordDraft draft) {
    if (draft.isVisit() || draft.dates().start() != null || !draft.knownFramework().startUsual()) {
      return draft;
    }
    return draft.withWarning(
        IssueType.MISSING_START_DATE,
        Field.START_DATE,
        "",
        draft.knownFramework().key() + " records usually have a start date");
  }

  /** Nothing has happened after today. */
  static RuleOutcome future(RecordDraft draft, LocalDate today) {
    Dates dates = draft.dates();
    RecordDraft doubted = doubtFuture(draft, Field.START_DATE, dates.start(), today);
    doubted = doubtFuture(doubted, Field.END_DATE, dates.end(), today);
    return doubtFuture(doubted, Field.PUBLISHED_DATE, dates.published(), today);
  }

  private static RecordDraft doubtFuture(
      RecordDraft draft, Field field, @Nullable PartialDate date, LocalDate today) {
    return date == null || !DateRules.isAfter(date, today)
        ? draft
        : draft.withWarning(
            IssueType.FUTURE_DATE,
            field,
            date.toString(),
            field.key() + " " + date + " is in the future. Correct it if it is a slip");
  }

  /** A council is named by the code that it has now. */
  static RuleOutcome supersededCode(RecordDraft draft) {
    String gssCode = draft.text(Field.GSS_CODE);
    if (gssCode.isEmpty()) {
      return draft;
    }
    List<String> codes = CouncilNaming.listed(gssCode);
    RecordDraft doubted = draft;
    for (int i = 0; i < codes.size(); i++) {
      Council council = draft.councils().get(i);
      Council.Code last = council.codes().get(council.codes().size() - 1);
      if (!last.code().equalsIgnoreCase(codes.get(i))) {
        doubted =
            doubted.withWarning(
                IssueType.SUPERSEDED_CODE,
                Field.GSS_CODE,
                codes.get(i),
                council.name() + " has had the code " + last.code() + " since " + last.from());
      }
    }
    return doubted;
  }
}
