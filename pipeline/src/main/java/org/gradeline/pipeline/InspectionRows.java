package org.gradeline.pipeline;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.Row;
import org.gradeline.normalising.CouncilRecord.Inspection;
import org.gradeline.normalising.CouncilRecord.Judgement;
import org.gradeline.reference.Area;
import org.gradeline.reference.Council;
import org.gradeline.reference.Framework;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.jspecify.annotations.Nullable;

/** Gives the inspections of blocks of records as rows. */
final class InspectionRows extends DoFn<KV<Integer, ShuffledBlock>, Row> {
  private static final Schema JUDGEMENT =
      Schema.builder()
          .addStringField("area")
          .addNullableStringField("grade")
          .addStringField("wording")
          .build();

  /** A record of an inspection; dates are texts, because they may be known only in part. */
  static final Schema SCHEMA =
      Schema.builder()
          .addStringField("la_code")
          .addStringField("council")
          .addStringField("framework")
          .addNullableStringField("inspection_type")
          .addNullableStringField("start_date")
          .addNullableStringField("end_date")
          .addStringField("published_date")
          .addNullableStringField("report")
          .addArrayField("judgements", FieldType.row(JUDGEMENT))
          .addStringField("source")
          .addInt64Field("source_line")
          .build();

  private static final long serialVersionUID = 1L;

  private final PCollectionView<RunPlan> planView;

  /**
   * @param planView the plan of the run
   */
  InspectionRows(PCollectionView<RunPlan> planView) {
    this.planView = planView;
  }

  /** Gives the inspections of one block. */
  @ProcessElement
  public void give(
      ProcessContext context, @Element KV<Integer, ShuffledBlock> block, OutputReceiver<Row> out)
      throws IOException {
    RunPlan plan = context.sideInput(planView);
    block
        .getValue()
        .records()
        .forEach(
            record -> {
              if (record instanceof Inspection inspection) {
                out.output(row(inspection, plan));
              }
            });
  }

  private static Row row(Inspection inspection, RunPlan plan) {
    Reference reference = plan.reference();
    Council council = reference.councils().all().get(inspection.council());
    Framework framework = reference.frameworks().get(inspection.framework());
    List<Row> judgements =
        inspection.judgements().stream().map(judgement -> row(judgement, framework)).toList();
    return Row.withSchema(SCHEMA)
        .addValues(
            council.laCode(),
            council.name(),
            framework.key(),
            blankAsNull(inspection.type()),
            text(inspection.start()),
            text(inspection.end()),
            inspection.published().toString(),
            blankAsNull(inspection.report()),
            judgements,
            plan.sources().get(inspection.source()).name(),
            inspection.lineNumber())
        .build();
  }

  private static Row row(Judgement judgement, Framework framework) {
    Area area = framework.areas().get(judgement.area());
    return Row.withSchema(JUDGEMENT)
        .addValues(
            area.key(),
            judgement.rank() == Scale.NOT_JUDGED
                ? null
                : area.scale().grade(judgement.rank()).key(),
            judgement.wording())
        .build();
  }

  private static @Nullable String text(@Nullable PartialDate date) {
    return date == null ? null : date.toString();
  }

  private static @Nullable String blankAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
