package org.gradeline.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gradeline.histories.SameEvent.Distant;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.IssueType;
import org.gradeline.normalising.QualityIssue.Warning;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/** What a person should look at after the merging of a council's records, in the order found. */
final class MergeWarnings {
  private final List<Warning> list = new ArrayList<>();

  /** All warnings. */
  List<Warning> list() {
    return list;
  }

  /**
   * Warns of what was unclear in finding an event.
   *
   * @param event the event
   * @param record of the event, which the warnings name
   */
  <R extends CouncilRecord> void addOf(SameEvent.Event<R> event, R record) {
    if (event.ambiguous()) {
      addAmbiguous(record);
    }
    for (Distant date : event.distant()) {
      list.add(
          new Warning(
              record.source(),
              record.lineNumber(),
              IssueType.DISTANT_DATE,
              date.field().key(),
              date.value().toString(),
              "another record has the same "
                  + EventDates.other(date.field()).key()
                  + " ("
                  + date.shared()
                  + ") and the "
                  + date.field().key()
                  + " "
                  + date.other()
                  + ", more than "
                  + EventDates.MAX_DAYS_APART
                  + " days away, so each counts on its own. If they are one, fix the date that is"
                  + " wrong"));
    }
  }

  private void addAmbiguous(CouncilRecord record) {
    boolean published = record.published() != null;
    list.add(
        new Warning(
            record.source(),
            record.lineNumber(),
            IssueType.AMBIGUOUS_DATE,
            (published ? Field.PUBLISHED_DATE : Field.START_DATE).key(),
            String.valueOf(published ? record.published() : record.start()),
            "more than one other record fits this date, so this record is kept on its own"));
  }

  /**
   * Warns of records of one inspection that give it another date than the one that is kept.
   *
   * @param records of one inspection, in the order in which they are believed
   * @param field the date
   * @param date what a record says
   */
  void addDifferent(
      List<Inspection> records, Field field, Function<Inspection, @Nullable PartialDate> date) {
    PartialDate kept = SameEvent.best(records, date);
    for (Inspection record : records) {
      PartialDate other = date.apply(record);
      if (kept != null && other != null && !kept.matches(other)) {
        list.add(
            new Warning(
                record.source(),
                record.lineNumber(),
                IssueType.DIFFERENT_DATE,
                field.key(),
                other.toString(),
                "another record of the same inspection says " + kept + ", which is kept"));
      }
    }
  }
}
