package org.gradeline.pipeline;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RecordTables;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReferenceException;
import org.gradeline.reference.ReferenceLoader;
import org.gradeline.reference.ReportingDate;
import org.gradeline.storage.Location;
import org.gradeline.tables.RunView;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to do: its options turned once into one immutable value for every step.
 *
 * @param reference the run's reference data
 * @param sources the files of records
 * @param layouts the layouts that the files can have
 * @param sliceBytes larger text files are cut into slices about as long
 * @param ranges into how many ranges of councils the register is cut
 * @param places where workers leave what they make
 * @param asAt the run's as_at; null for the latest publication in the records
 * @param publishedBy the run's published_by; null for the same day as as_at
 * @param today later dates are doubted
 */
public record RunPlan(
    Reference reference,
    List<Source> sources,
    Layouts layouts,
    long sliceBytes,
    int ranges,
    Places places,
    @Nullable LocalDate asAt,
    @Nullable LocalDate publishedBy,
    LocalDate today)
    implements Serializable {

  /**
   * Where workers leave what they make.
   *
   * @param parts folder for the parts of the tables
   * @param result file for what the run made in all, which is there when all is done
   * @param blocks folder for blocks of records that the shuffle does not carry; null when it does
   * @param heartbeats folder of this machine that shows that steps go on; null on a cluster
   */
  public record Places(
      Location parts, Location result, @Nullable Location blocks, @Nullable Location heartbeats)
      implements Serializable {}

  /** A large text file is usually cut into slices about as long. */
  public static final long USUAL_SLICE_BYTES = 16L << 20;

  private static final long BYTES_PER_RANGE = 8L << 20;

  /**
   * How many ranges of councils are usual. Few, because each is a bundle of its own; but enough for
   * each to fit into memory. There need not be more of them than councils.
   *
   * @param reference the run's reference data
   * @param sources what is read
   */
  public static int usualRanges(Reference reference, List<Source> sources) {
    long wanted =
        Math.max(Runtime.getRuntime().availableProcessors(), bytes(sources) / BYTES_PER_RANGE);
    return (int) Math.min(Math.max(1, reference.councils().all().size()), wanted);
  }

  /**
   * A plan for a pipeline of one's own: all records of a data folder, each in the layout that its
   * header fits.
   *
   * @param data the data folder
   * @param shared an empty folder that all workers can reach; what they leave stays there
   * @param today later dates are doubted
   * @throws IOException when the folder or a name in it cannot be read
   * @throws ReferenceException when the reference data are wrong
   */
  public static RunPlan of(Path data, Location shared, LocalDate today)
      throws IOException, ReferenceException {
    Reference reference = ReferenceLoader.load(data);
    Layouts layouts = new Layouts(reference.layouts().get(0), reference.layouts());
    List<Source> sources =
        RecordTables.of(
                Sources.in(Location.of(data.resolve("inspections"))), reference.sources(), layouts)
            .sources()
            .stream()
            .map(Source::absolute)
            .toList();
    Location folder = shared.absolute();
    return new RunPlan(
        reference,
        sources,
        layouts,
        USUAL_SLICE_BYTES,
        usualRanges(reference, sources),
        new Places(folder.resolve("parts"), folder.resolve("result"), null, null),
        null,
        null,
        today);
  }

  /** How many bytes there are to read. */
  public long bytes() {
    return bytes(sources);
  }

  private static long bytes(List<Source> sources) {
    return sources.stream().mapToLong(Source::bytes).sum();
  }

  /** Whether any source is larger than a slice. */
  boolean hasLargeSources() {
    return sources.stream().anyMatch(source -> source.bytes() > sliceBytes);
  }

  /** The range of councils that a council is in; ranges are in the order of the register. */
  public int rangeOf(int council) {
    return (int) ((long) council * ranges / Math.max(1, reference.councils().all().size()));
  }

  /** The place of each source, by its position, in the order in which they are believed. */
  public List<Integer> precedence() {
    return sources.stream().map(Source::precedence).toList();
  }

  /**
   * The view of this run.
   *
   * @param read totals of all records read, whose latest publication is the run's date where none
   *     was given
   */
  public RunView view(RunTotals read) {
    LocalDate at = asAt != null ? asAt : latest(read);
    ReportingDate date = new ReportingDate(at, publishedBy != null ? publishedBy : at);
    return RunView.of(
        reference,
        date,
        read.firstRated(),
        read.latestPublished(),
        sources.stream().map(Source::name).toList());
  }

  /** Without any record that counts, the last reporting date that has passed stands in. */
  private LocalDate latest(RunTotals read) {
    PartialDate published = read.latestPublished();
    if (published != null) {
      return published.toLocalDate();
    }
    return reference.reportingDates().stream()
        .map(ReportingDate::asAt)
        .filter(day -> !day.isAfter(today))
        .reduce((earlier, later) -> later)
        .orElse(today);
  }
}
