package org.gradeline.cli.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.utils.UUIDUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradeline.cli.running.Run;
import org.gradeline.publishing.assembling.PublishedFile;
import org.gradeline.publishing.describing.DataPackage;
import org.gradeline.reading.Source;
import org.gradeline.storage.Location;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.Column;
import org.gradeline.tables.Table;
import org.jspecify.annotations.Nullable;

/**
 * The OpenLineage events of one run, each a line of JSON: which tables it made from which files.
 * Files are named by their absolute paths in the namespace {@code file}. Immutable.
 */
public final class LineageEvents {
  private static final String NAMESPACE = "gradeline";
  private static final String JOB = "run";
  private static final String FILES = "file";
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(new SimpleModule().addSerializer(ZonedDateTime.class, new Time()))
          .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

  private final UUID run = UUIDUtils.generateNewUUID();
  private final ZonedDateTime started = now();
  private final OpenLineage lineage;
  private final String version;
  private final String beamVersion;

  /**
   * @param version version of the program
   * @param beamVersion version of Apache Beam
   */
  public LineageEvents(String version, String beamVersion) {
    this.lineage =
        new OpenLineage(URI.create("pkg:maven/org.gradeline/gradeline-pipeline@" + version));
    this.version = version;
    this.beamVersion = beamVersion;
  }

  /** The run begins to read its sources. */
  public String start(List<Source> sources) {
    return write(
        event(EventType.START, runFacets())
            .inputs(sources.stream().map(source -> input(source, null)).toList()));
  }

  /**
   * The run has published its tables.
   *
   * @param sources the files of records
   * @param reports the folder of the tables
   * @param outcome what the run made
   */
  public String complete(List<Source> sources, Location reports, Run.Outcome outcome) {
    Map<String, Long> read = new HashMap<>();
    for (Source table : outcome.sources()) {
      long records = outcome.totals().ledger().of(table.position()).records().read();
      read.merge(table.path(), records, Long::sum);
    }
    Map<String, PublishedFile> byPath =
        outcome.files().stream()
            .collect(Collectors.toMap(PublishedFile::path, Function.identity()));
    List<OpenLineage.OutputDataset> outputs = new ArrayList<>();
    for (Table<?> table : Catalogue.of(outcome.view().reference()).tables()) {
      PublishedFile file = byPath.get(table.path());
      if (file != null) {
        outputs.add(output(reports, file, table));
      }
    }
    return write(
        event(EventType.COMPLETE, runFacets())
            .inputs(
                sources.stream()
                    .map(
                        source -> input(source, read(source, read.getOrDefault(source.path(), 0L))))
                    .toList())
            .outputs(outputs));
  }

  /**
   * The run has failed, and published nothing.
   *
   * @param sources the files of records
   * @param message why, without quoting the files
   */
  public String fail(List<Source> sources, String message) {
    return write(
        event(
                EventType.FAIL,
                runFacets()
                    .errorMessage(
                        lineage
                            .newErrorMessageRunFacetBuilder()
                            .message(message)
                            .programmingLanguage("Java")
                            .build()))
            .inputs(sources.stream().map(source -> input(source, null)).toList()));
  }

  private OpenLineage.RunEventBuilder event(
      EventType type, OpenLineage.RunFacetsBuilder runFacets) {
    return lineage
        .newRunEventBuilder()
        .eventType(type)
        .eventTime(type == EventType.START ? started : now())
        .run(lineage.newRun(run, runFacets.build()))
        .job(lineage.newJob(NAMESPACE, JOB, jobFacets()));
  }

  private OpenLineage.RunFacetsBuilder runFacets() {
    return lineage
        .newRunFacetsBuilder()
        .nominalTime(lineage.newNominalTimeRunFacetBuilder().nominalStartTime(started).build())
        .processing_engine(
            lineage
                .newProcessingEngineRunFacetBuilder()
                .name("Apache Beam")
                .version(beamVersion)
                .openlineageAdapterVersion(version)
                .build());
  }

  private OpenLineage.JobFacets jobFacets() {
    return lineage
        .newJobFacetsBuilder()
        .jobType(
            lineage
                .newJobTypeJobFacetBuilder()
                .processingType("BATCH")
                .integration("GRADELINE")
                .jobType("JOB")
                .build())
        .documentation(
            lineage
                .newDocumentationJobFacetBuilder()
                .description(
                    "Follows the inspections of England's councils through the years and publishes"
                        + " comparison tables.")
                .build())
        .build();
  }

  private OpenLineage.InputDataset input(
      Source source, OpenLineage.@Nullable InputDatasetInputFacets facets) {
    return lineage
        .newInputDatasetBuilder()
        .namespace(namespace(Location.of(source.path())))
        .name(name(Location.of(source.path())))
        .facets(
            lineage
                .newDatasetFacetsBuilder()
                .storage(
                    lineage
                        .newStorageDatasetFacetBuilder()
                        .storageLayer(FILES)
                        .fileFormat(source.format())
                        .build())
                .build())
        .inputFacets(facets)
        .build();
  }

  private OpenLineage.InputDatasetInputFacets read(Source source, long records) {
    return lineage
        .newInputDatasetInputFacetsBuilder()
        .inputStatistics(
            lineage
                .newInputStatisticsInputDatasetFacetBuilder()
                .rowCount(records)
                .size(source.bytes())
                .fileCount(1L)
                .build())
        .build();
  }

  private OpenLineage.OutputDataset output(Location reports, PublishedFile file, Table<?> table) {
    return lineage
        .newOutputDatasetBuilder()
        .namespace(namespace(reports))
        .name(name(reports.resolve(file.path())))
        .facets(
            lineage
                .newDatasetFacetsBuilder()
                .schema(
                    lineage.newSchemaDatasetFacet(
                        table.columns().stream().map(this::field).toList()))
                .documentation(
                    lineage
                        .newDocumentationDatasetFacetBuilder()
                        .description(table.description())
                        .build())
                .version(lineage.newDatasetVersionDatasetFacet("sha256:" + file.sha256()))
                .build())
        .outputFacets(
            lineage
                .newOutputDatasetOutputFacetsBuilder()
                .outputStatistics(
                    lineage
                        .newOutputStatisticsOutputDatasetFacetBuilder()
                        .rowCount(file.rows())
                        .size(file.bytes())
                        .fileCount(1L)
                        .build())
                .build())
        .build();
  }

  private OpenLineage.SchemaDatasetFacetFields field(Column<?> column) {
    return lineage
        .newSchemaDatasetFacetFieldsBuilder()
        .name(column.name())
        .type(DataPackage.type(column))
        .description(column.description())
        .build();
  }

  /** Of a store, the scheme and the bucket. */
  private static String namespace(Location file) {
    return file.isLocal() ? FILES : file.text().replaceFirst("(://[^/]*).*", "$1");
  }

  private static String name(Location file) {
    return file.isLocal()
        ? file.path().toAbsolutePath().normalize().toString()
        : file.text().replaceFirst("[^:]*://[^/]*/?", "");
  }

  private static ZonedDateTime now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).atZone(ZoneOffset.UTC);
  }

  private static String write(OpenLineage.RunEventBuilder event) {
    try {
      return MAPPER.writeValueAsString(event.build());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes times in ISO 8601. Jackson's own module for times is not on the class path, because Beam
   * would load it in every run.
   */
  private static final class Time extends StdSerializer<ZonedDateTime> {
    private static final long serialVersionUID = 1L;

    Time() {
      super(ZonedDateTime.class);
    }

    @Override
    public void serialize(ZonedDateTime time, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    }
  }
}
