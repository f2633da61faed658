package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.normalising.RecordDraft.Dates;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column.OfField;
import org.gradeline.reference.Layout.Sentinel;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.PlainText;
import org.jspecify.annotations.Nullable;

/** Dates: in ISO 8601, full or reduced; those that a record needs; in an order that can be. */
final class DateRules {
  private static final List<Field> FIELDS =
      List.of(Field.START_DATE, Field.END_DATE, Field.PUBLISHED_DATE);

  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|(?<!-)\\d{2})");
  private static final int MONTHS = 12;
  private static final Pattern TIME_OF_DAY = Pattern.compile("\\d[Tt ] *\\d{1,2}:\\d\\d");

  private DateRules() {}

  /** Every date that is given can be read. */
  static RuleOutcome readable(RecordDraft draft) {
    Dates dates = draft.dates();
    for (Field field : FIELDS) {
      String text = draft.text(field);
      if (!text.isEmpty()) {
        Parsed<PartialDate> read = read(field, text, draft.raw().layout());
        if (read instanceof Invalid<PartialDate> invalid) {
          return draft.rejected(invalid.violation());
        }
        PartialDate date = ((Valid<PartialDate>) read).value();
        if (!date.isPlausible()) {
          return draft.rejected(implausible(field, text, date));
        }
        dates = dates.with(field, date);
      }
    }
    return draft.withDates(dates);
  }

  private static RuleViolation implausible(Field field, String text, PartialDate date) {
    boolean early = date.year() < PartialDate.FIRST_PLAUSIBLE_YEAR;
    return new RuleViolation(
        IssueType.INVALID_DATE,
        field.key(),
        text,
        "'"
            + text
            + "' is in the year "
            + date.year()
            + ", "
            + (early
                ? "and records begin in " + PartialDate.FIRST_PLAUSIBLE_YEAR
                : "which is after " + PartialDate.LAST_PLAUSIBLE_YEAR)
            + ". Correct the year.",
        "");
  }

  /** Reads a date that is not blank, in ISO 8601 or in a form that the layout of its file knows. */
  static Parsed<PartialDate> read(Field field, String text, Layout layout) {
    PartialDate iso = PartialDate.parse(text);
    PartialDate date = iso != null ? iso : layout.date(field, text);
    if (date != null) {
      return Parsed.valid(date);
    }
    String forms = layout.dateForms(field);
    return Parsed.invalid(
        IssueType.INVALID_DATE,
        field.key(),
        text,
        "'" + text + "' is not a date. " + remedy(text, forms),
        forms.isEmpty() ? "yyyy-mm-dd" : forms);
  }

  /** What to do, by what the text looks like. It is never read as that. */
  private static String remedy(String text, String forms) {
    if (TIME_OF_DAY.matcher(text).find()) {
      return "It has a time that is not midnight, and the day may be another where the inspection"
          + " was. Write the day alone, as yyyy-mm-dd.";
    }
    String others = "yyyy-mm-dd, yyyy-mm or yyyy.";
    Matcher numbers = NUMBERS.matcher(text);
    if (forms.isEmpty() && numbers.matches()) {
      return "Write it as "
          + others
          + " Or, if all dates of the file are like this, give it a layout with dates: "
          + form(numbers)
          + " and name that with --layout; data/README.md says how.";
    }
    return "Write it as " + (forms.isEmpty() ? "" : forms + ", ") + others;
  }

  /** The form of a date in numbers: only a number over 12 shows which of two is the day. */
  private static String form(Matcher numbers) {
    String separator = numbers.group(2);
    String year = numbers.group(4).length() == 4 ? "yyyy" : "yy";
    String dayFirst = "[" + String.join(separator, "d", "m", year) + "]";
    String monthFirst = "[" + String.join(separator, "m", "d", year) + "]";
    if (Integer.parseInt(numbers.group(1)) > MONTHS) {
      return dayFirst;
    }
    return Integer.parseInt(numbers.group(3)) > MONTHS
        ? monthFirst
        : dayFirst + ", or " + monthFirst + " if the month comes first,";
  }

  /** An inspection has a publication date; a visit has that or a start date. */
  static RuleOutcome present(RecordDraft draft) {
    Dates dates = draft.dates();
    if (dates.published() != null || (draft.isVisit() && dates.start() != null)) {
      return draft;
    }
    return draft.rejected(
        new RuleViolation(
            IssueType.MISSING_DATE,
            Field.PUBLISHED_DATE.key(),
            "",
            missingDate(draft),
            "yyyy-mm-dd"));
  }

  private static String missingDate(RecordDraft draft) {
    String lost = draft.raw().get(Field.PUBLISHED_DATE);
    if (draft.raw().layout().sentinel(lost) == Sentinel.UNREADABLE) {
      return "'" + PlainText.of(lost) + "' stands in place of the publication date. Fill it in.";
    }
    if (draft.isVisit()) {
      return "the visit has no start date and no publication date. Fill in one of them.";
    }
    Layout layout = draft.raw().layout();
    return layout.columns().containsValue(new OfField(Field.PUBLISHED_DATE))
        ? "the inspection has no publication date. It counts from that day, so fill it in."
        : "the inspection has no publication date, and it counts from that day. The layout '"
            + layout.key()
            + "' has no column for it: give one the field published_date.";
  }

  /** An inspection ends after it starts, and its report comes out after that. */
  static RuleOutcome inOrder(RecordDraft draft) {
    RuleViolation violation = checkOrder(draft.dates());
    return violation == null ? draft : draft.rejected(violation);
  }

  /** Only what is certain counts: a month is not before a day in it. */
  static @Nullable RuleViolation checkOrder(Dates dates) {
    PartialDate start = dates.start();
    PartialDate end = dates.end();
    PartialDate published = dates.published();
    if (start != null && end != null && end.latest() < start.earliest()) {
      return beforeStart(Field.END_DATE, "end date", end, start);
    }
    if (start != null && published != null && published.latest() < start.earliest()) {
      return beforeStart(Field.PUBLISHED_DATE, "publication date", published, start);
    }
    return null;
  }

  private static RuleViolation beforeStart(
      Field field, String name, PartialDate date, PartialDate start) {
    return new RuleViolation(
        IssueType.DATE_ORDER,
        field.key(),
        date.toString(),
        "the " + name + " " + date + " is before the start date " + start + ". Fix one of them.",
        "");
  }

  /** Whether a date, even at its earliest, is after a day. */
  static boolean isAfter(@Nullable PartialDate date, LocalDate day) {
    return date != null && date.earliest() > PartialDate.pack(day);
  }
}
