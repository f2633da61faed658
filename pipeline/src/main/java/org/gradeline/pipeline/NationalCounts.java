package org.gradeline.pipeline;

import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.apache.beam.sdk.values.Row;
import org.apache.beam.sdk.values.TupleTag;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.tables.Table;

/** The counts over all councils, as {@link CountNationally} has added them up. */
public final class NationalCounts implements RunStep {
  private final RunContext run;
  private final PCollection<RunPart> all;

  NationalCounts(RunContext run, PCollection<RunPart> all) {
    this.run = run;
    this.all = all;
  }

  /**
   * The fields of {@link #rows}.
   *
   * @param table a national table: distributions, transitions, movements, changes, recovery,
   *     recovery_summary, neighbours, neighbour_grades, waiting, publication_days or themes
   * @throws IllegalArgumentException when there is no such table
   */
  public Schema schema(String table) {
    return TableRows.of(nationalTable(table)).schema();
  }

  /**
   * The rows of a table, in no order: the same as in the published file.
   *
   * @param table see {@link #schema}
   * @throws IllegalArgumentException when there is no such table
   */
  public PCollection<Row> rows(String table) {
    TableRows rows = TableRows.of(nationalTable(table));
    return all.apply(
            "Rows of " + table,
            ParDo.of(new CountedRows(table, rows, run.planView(), run.readView()))
                .withSideInputs(run.planView(), run.readView()))
        .setRowSchema(rows.schema());
  }

  private Table<?> nationalTable(String name) {
    Table<?> table = run.table(name);
    if (table.isOpenData()
        || run.catalogue().nationalTables().stream()
            .noneMatch(each -> each.table().name().equals(name))) {
      throw new IllegalArgumentException("The table '" + name + "' is not one of counts.");
    }
    return table;
  }

  /** Says what the run made, so that it can be published. */
  void commit() {
    all.apply(
        "Commit run",
        ParDo.of(new CommitRun(run.planView(), run.readView()))
            .withSideInputs(run.planView(), run.readView()));
  }

  @Override
  public Pipeline getPipeline() {
    return all.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    return all.expand();
  }
}
