package org.gradeline.tables;

import java.util.Arrays;
import java.util.List;

/** What a run's ratings add, change and remove against the reports that it replaces. */
public final class RevisionsTable {
  static final String NAME = "revisions";

  /** The table. */
  public static final Table<Revision> TABLE =
      Table.quality(
          NAME,
          "A rating that the run has added, changed or removed against the reports that it"
              + " replaced; none where there were no earlier reports. A rating is the same one when"
              + " council, framework, publication date and area are.",
          List.of(
              Column.oneOf(
                  "kind",
                  Arrays.stream(Revision.Kind.values()).map(Revision.Kind::key).toList(),
                  revision -> revision.kind().key(),
                  "added: it was not in the earlier reports; changed: its grade was another;"
                      + " removed: it is no longer there."),
              Column.text("la_code", Revision::laCode, CommonColumns.LA_CODE.description()),
              Column.text("council", Revision::council, CommonColumns.COUNCIL.description()),
              Column.text("framework", Revision::framework, CommonColumns.FRAMEWORK.description()),
              CommonColumns.publishedDateAsPrinted(Revision::publishedDate),
              Column.text("area", Revision::area, "The area judged."),
              Column.textOrBlank(
                  "before",
                  Revision::before,
                  "The grade in the earlier reports; blank when added."),
              Column.textOrBlank(
                  "after", Revision::after, "The grade in these reports; blank when removed.")));

  private RevisionsTable() {}
}
