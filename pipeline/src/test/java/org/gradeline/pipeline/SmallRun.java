package org.gradeline.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gradeline.publishing.assembling.RunPart;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.Reading;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reference.ProjectData;
import org.gradeline.storage.Location;
import org.gradeline.tables.PartRows;

/**
 * A run over a few records in a folder of its own, for tests of single steps.
 *
 * @param folder the folder
 * @param plan what every step is told
 */
record SmallRun(Path folder, RunPlan plan) {
  /** The five reports of 30 June 2014, and one that cannot be read. */
  static final List<String> RECORDS =
      List.of(
          "la_code,framework,start_date,published_date,overall_effectiveness,lscb",
          "340,sif,2014-04-29,2014-06-30,Inadequate,Inadequate",
          "815,sif,2014-04-29,2014-06-30,Good,Good",
          "931,sif,2014-04-29,2014-06-30,Good,Good",
          "837,sif,2014-04-29,2014-06-30,Requires improvement,Requires improvement",
          "884,sif,2014-04-29,2014-06-30,Requires improvement,Requires improvement",
          "999,sif,2014-04-29,2014-06-30,Good,Good");

  /**
   * A run.
   *
   * @param folder an empty folder
   * @param ranges into how many ranges the councils are cut
   * @param sliceBytes about how long a slice is
   */
  static SmallRun of(Path folder, int ranges, long sliceBytes) {
    return of(folder, ranges, sliceBytes, RECORDS);
  }

  /** A run over other records, see {@link #of(Path, int, long)}. */
  static SmallRun of(Path folder, int ranges, long sliceBytes, List<String> records) {
    return of(folder, ranges, sliceBytes, records, false);
  }

  /** A run whose blocks are in files where asked for. */
  static SmallRun of(
      Path folder, int ranges, long sliceBytes, List<String> records, boolean blocks) {
    try {
      Path file = Files.write(folder.resolve("records.csv"), records);
      List<Source> sources = Sources.matching(List.of(file.toString()));
      Layouts layouts =
          new Layouts(ProjectData.reference().layouts().get(0), ProjectData.reference().layouts());
      return new SmallRun(
          folder,
          new RunPlan(
              ProjectData.reference(),
              sources,
              layouts,
              sliceBytes,
              ranges,
              new RunPlan.Places(
                  Location.of(folder.resolve("parts")),
                  Location.of(folder.resolve("result")),
                  blocks ? Location.of(folder.resolve("blocks")) : null,
                  null),
              null,
              null,
              LocalDate.of(2026, 11, 21)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows that were written of a table, in the order of its parts. */
  List<String> rows(String table) {
    return PartRows.of(result().tableParts(), table);
  }

  /** What the step made. */
  RunPart result() {
    try {
      return ComparisonPipeline.result(plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The slices of the records. */
  List<Slice> slices() {
    return Reading.slices(plan.sources(), plan.sliceBytes(), plan.layouts());
  }
}
