package org.gradeline.tables;

import java.util.Arrays;
import java.util.List;

/** What a run's ratings add, change and remove against the reports that it replaces. */
public final class RevisionsTable implements RunTable<Revision> {
  private final TableSchema schema =
      TableSchema.quality(
          "revisions",
          "A rating that the run has added, changed or removed against the reports that it replaced; none where there"
              + " were no earlier reports. A rating is the same one when council, framework, publication date and area"
              + " are.",
          List.of(
              Column.oneOf(
                      "kind",
                      Arrays.stream(Revision.Kind.values()).map(Revision.Kind::key).toList(),
                      "added: it was not in the earlier reports; changed: its grade was another; removed: it is no"
                          + " longer there.")
                  .filled(),
              CommonColumns.LA_CODE,
              CommonColumns.COUNCIL,
              CommonColumns.FRAMEWORK.filled(),
              CommonColumns.PUBLISHED_DATE.filled(),
              Column.text("area", "The area judged.").filled(),
              Column.text("before", "The grade in the earlier reports; blank when added."),
              Column.text("after", "The grade in these reports; blank when removed.")),
          false);

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public void write(Revision revision, RowWriter rows) {
    rows.text(revision.kind().key())
        .text(revision.laCode())
        .text(revision.council())
        .text(revision.framework())
        .text(revision.publishedDate())
        .text(revision.area())
        .text(revision.before())
        .text(revision.after())
        .endRow();
  }
}
