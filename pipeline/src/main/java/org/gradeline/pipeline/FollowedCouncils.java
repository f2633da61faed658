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

/** The histories of all councils, as {@link FollowCouncils} has followed them. */
public final class FollowedCouncils implements RunStep {
  private final RunContext run;
  private final PCollection<RunPart> parts;

  FollowedCouncils(RunContext run, PCollection<RunPart> parts) {
    this.run = run;
    this.parts = parts;
  }

  /**
   * The fields of {@link #rows}.
   *
   * @param table a table of councils' own rows: ratings, visits, trajectories, latest,
   *     time_in_grade, panel or conflicts
   * @throws IllegalArgumentException when there is no such table
   */
  public Schema schema(String table) {
    return TableRows.of(councilTable(table)).schema();
  }

  /**
   * The rows of a table, in no order: the same as in the published file.
   *
   * @param table see {@link #schema}
   * @throws IllegalArgumentException when there is no such table
   */
  public PCollection<Row> rows(String table) {
    TableRows rows = TableRows.of(councilTable(table));
    return parts
        .apply("Rows of " + table, ParDo.of(new ReadTableParts(table, rows)))
        .setRowSchema(rows.schema());
  }

  private Table<?> councilTable(String name) {
    Table<?> table = run.table(name);
    if (run.catalogue().councilTables().stream()
        .noneMatch(each -> each.table().name().equals(name))) {
      throw new IllegalArgumentException(
          "The table '" + name + "' has no rows of councils. Ask for it after CountNationally.");
    }
    return table;
  }

  /** Goes on with the next step, under its own name. */
  public NationalCounts apply(CountNationally step) {
    return apply(step.getName(), step);
  }

  /** Goes on with the next step. */
  public NationalCounts apply(String name, CountNationally step) {
    return Pipeline.applyTransform(name, this, step);
  }

  RunContext run() {
    return run;
  }

  PCollection<RunPart> parts() {
    return parts;
  }

  @Override
  public Pipeline getPipeline() {
    return parts.getPipeline();
  }

  @Override
  public Map<TupleTag<?>, PValue> expand() {
    return parts.expand();
  }
}
