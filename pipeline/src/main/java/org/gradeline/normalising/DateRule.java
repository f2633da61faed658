package org.gradeline.normalising;

import java.time.LocalDate;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/** Dates: ISO 8601, full or reduced, in an order that can be. */
final class DateRule {
  /** A report that takes longer than this many days from the start of the inspection is doubted. */
  static final long USUAL_DAYS_TO_PUBLICATION = 150;

  private DateRule() {}

  /** Reads a date that is not blank, in ISO 8601 or in a way that the layout of its file knows. */
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
        "'"
            + text
            + "' is no date of the calendar in ISO 8601. Write "
            + (forms.isEmpty() ? "" : forms + ", ")
            + "yyyy-mm-dd, yyyy-mm or yyyy.",
        forms.isEmpty() ? "yyyy-mm-dd" : forms);
  }

  /**
   * An inspection ends after it starts, and is reported on after that; what is certain alone
   * counts.
   */
  static @Nullable RuleViolation checkOrder(
      @Nullable PartialDate start, @Nullable PartialDate end, @Nullable PartialDate published) {
    if (start != null && end != null && end.latest() < start.earliest()) {
      return disorder(Field.END_DATE, end, "the end " + end + " is before the start " + start);
    }
    if (start != null && published != null && published.latest() < start.earliest()) {
      return disorder(
          Field.PUBLISHED_DATE,
          published,
          "the publication " + published + " is before the start " + start);
    }
    return null;
  }

  private static RuleViolation disorder(Field field, PartialDate date, String message) {
    return new RuleViolation(
        IssueType.DATE_ORDER, field.key(), date.toString(), message + ". Mend one of the two.", "");
  }

  /** Whether a date, even at its earliest, lies behind a day. */
  static boolean isAfter(@Nullable PartialDate date, LocalDate day) {
    return date != null && date.earliest() > PartialDate.pack(day);
  }
}
