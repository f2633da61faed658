package org.gradeline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.schemas.Schema;
import org.apache.beam.sdk.schemas.Schema.FieldType;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestPipelineExtension;
import org.apache.beam.sdk.values.Row;
import org.gradeline.storage.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The steps as others use them: rows with schemas, and counters. */
@ExtendWith(TestPipelineExtension.class)
class PublicStepsTest {

  @Test
  void inspectionsAreRowsWithTheirJudgements(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, 2, 1_000_000);

    PAssert.that(pipeline.apply(ReadInspections.of(run.plan())).rows())
        .satisfies(
            rows -> {
              Row knowsley = only(rows, "340");
              assertThat(knowsley.getString("council")).isEqualTo("Knowsley");
              assertThat(knowsley.getString("framework")).isEqualTo("sif");
              assertThat(knowsley.getString("published_date")).isEqualTo("2014-06-30");
              assertThat(knowsley.getString("report")).isNull();
              assertThat(knowsley.getInt64("source_line")).isEqualTo(2);
              assertThat(knowsley.<Row>getArray("judgements"))
                  .extracting(judgement -> judgement.getString("area"))
                  .contains("overall_effectiveness");
              assertThat(knowsley.<Row>getArray("judgements"))
                  .extracting(judgement -> judgement.getString("grade"))
                  .containsOnly("inadequate");
              return null;
            });
    pipeline.run();
  }

  private static Row only(Iterable<Row> rows, String laCode) {
    List<Row> found =
        StreamSupport.stream(rows.spliterator(), false)
            .filter(row -> laCode.equals(row.getString("la_code")))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void tablesOfCouncilsAreRows(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, 2, 1_000_000);
    FollowedCouncils councils =
        pipeline.apply(ReadInspections.of(run.plan())).apply(new FollowCouncils());

    PAssert.that(councils.rows("latest"))
        .satisfies(
            rows -> {
              List<Row> headline =
                  StreamSupport.stream(rows.spliterator(), false)
                      .filter(row -> "headline".equals(row.getString("line")))
                      .toList();
              assertThat(headline).hasSize(152);
              Row oxfordshire = only(headline, "931");
              assertThat(oxfordshire.getString("grade")).isEqualTo("good");
              assertThat(oxfordshire.getInt64("grade_rank")).isEqualTo(2);
              assertThat(oxfordshire.<LocalDate>getLogicalTypeValue("as_at", LocalDate.class))
                  .isEqualTo(LocalDate.of(2014, 6, 30));
              assertThat(only(headline, "341").getString("grade")).as("Liverpool").isNull();
              return null;
            });
    pipeline.run();
  }

  @Test
  void countsAreRows(TestPipeline pipeline, @TempDir Path folder) {
    SmallRun run = SmallRun.of(folder, 2, 1_000_000);
    NationalCounts counts =
        pipeline
            .apply(ReadInspections.of(run.plan()))
            .apply(new FollowCouncils())
            .apply(new CountNationally());

    PAssert.that(counts.rows("publication_days"))
        .satisfies(
            rows -> {
              assertThat(rows)
                  .filteredOn(row -> "headline".equals(row.getString("line")))
                  .extracting(row -> row.getInt64("councils"))
                  .containsExactly(5L);
              return null;
            });
    PAssert.that(counts.rows("distributions"))
        .satisfies(
            rows -> {
              assertThat(rows)
                  .filteredOn(row -> "national".equals(row.getString("geography_level")))
                  .filteredOn(row -> "headline".equals(row.getString("line")))
                  .filteredOn(row -> "any".equals(row.getString("scope")))
                  .filteredOn(row -> "good".equals(row.getString("grade")))
                  .extracting(row -> row.getInt64("councils") + " of " + row.getInt64("base"))
                  .contains("2 of 5");
              return null;
            });
    pipeline.run();
  }

  @Test
  void aSchemaHasTheColumnsOfTheTable(TestPipeline pipeline, @TempDir Path folder) {
    FollowedCouncils councils =
        pipeline
            .apply(ReadInspections.of(SmallRun.of(folder, 1, 1_000_000).plan()))
            .apply(new FollowCouncils());
    Schema latest = councils.schema("latest");
    pipeline.run();

    assertThat(latest.getFieldNames()).startsWith("as_at", "la_code", "gss_code", "council");
    assertThat(latest.getField("la_code").getType()).isEqualTo(FieldType.STRING);
    assertThat(latest.getField("grade").getType().getNullable()).isTrue();
    assertThat(latest.getField("grade_rank").getDescription()).contains("1 being the best");
  }

  @Test
  void aTableOfAnotherStepIsRefused(TestPipeline pipeline, @TempDir Path folder) {
    FollowedCouncils councils =
        pipeline
            .apply(ReadInspections.of(SmallRun.of(folder, 1, 1_000_000).plan()))
            .apply(new FollowCouncils());
    NationalCounts counts = councils.apply(new CountNationally());
    pipeline.run();

    assertThatThrownBy(() -> councils.rows("distributions"))
        .hasMessage(
            "The table 'distributions' has no rows of councils. Ask for it after CountNationally.");
    assertThatThrownBy(() -> counts.rows("latest"))
        .hasMessage("The table 'latest' is not one of counts.");
    assertThatThrownBy(() -> counts.rows("latestt")).hasMessage("There is no table 'latestt'.");
  }

  @Test
  void aPlanOfADataFolderHasAllItsSources(@TempDir Path folder) throws Exception {
    RunPlan plan = RunPlan.of(Path.of("../data"), Location.of(folder), LocalDate.of(2026, 11, 21));

    assertThat(plan.sources()).isNotEmpty().allMatch(source -> source.bytes() > 0);
    assertThat(plan.places().result().text()).startsWith(folder.toString());
  }

  @Test
  void countersAreNamedAsTheFieldNamesThemAndAddUpAsTheLedger(
      TestPipeline pipeline, @TempDir Path folder) {
    RunPlan plan = SmallRun.of(folder, 2, 1_000_000).plan();
    ComparisonPipeline.build(pipeline, plan);

    Map<String, Long> counters = counters(pipeline.run());

    String source = plan.sources().get(0).name();

    assertThat(counters)
        .containsEntry("records_read", 6L)
        .containsEntry("records_accepted", 5L)
        .containsEntry("records_rejected", 1L)
        .containsEntry("judgements_rated", 10L)
        .containsEntry("records_read." + source, 6L)
        .containsEntry("records_rejected." + source, 1L)
        .containsKey("bytes_read");
  }

  private static Map<String, Long> counters(PipelineResult result) {
    Map<String, Long> counters = new TreeMap<>();
    result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.inNamespace(RecordMetrics.NAMESPACE))
                .build())
        .getCounters()
        .forEach(
            counter ->
                counters.merge(counter.getName().getName(), counter.getAttempted(), Long::sum));
    return counters;
  }
}
