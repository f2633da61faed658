package org.gradeline.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.text.ChunkScan;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;

/**
 * What reading a file gave.
 *
 * @param entries records and unreadable places, in the order of the file
 * @param unknown columns or keys that are neither field nor area
 */
public record Reading(List<RawEntry> entries, Set<String> unknown) {
  static final Set<String> AREAS =
      Set.of(
          "safeguarding",
          "looked_after",
          "overall_effectiveness",
          "help_and_protection",
          "looked_after_and_permanence",
          "adoption",
          "care_leavers",
          "leadership_management_governance",
          "lscb",
          "impact_of_leaders",
          "in_care");

  /** The layout in which columns are named by fields and areas; any header is of it. */
  static final Layouts LAYOUTS = Layouts.only(askingForNothing(Layout.own(AREAS)));

  private static Layout askingForNothing(Layout layout) {
    return new Layout(
        layout.key(),
        layout.preambleRows(),
        layout.columns(),
        List.of(),
        layout.dates(),
        layout.constants(),
        layout.sentinels(),
        layout.visitTypes(),
        layout.areaNames(),
        layout.separator(),
        layout.datedFrameworks());
  }

  static Reading ofCsv(String text) {
    return of("records.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading ofJson(String text) {
    return of("records.json", text.getBytes(StandardCharsets.UTF_8));
  }

  static Reading ofJsonLines(String text) {
    return of("records.jsonl", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a file of this name and content in one slice. */
  static Reading of(String name, byte[] content) {
    return inSlices(name, content, Long.MAX_VALUE);
  }

  /** Reads a file of this name and content in slices of about this many bytes. */
  static Reading inSlices(String name, byte[] content, long sliceBytes) {
    return inSlices(name, content, sliceBytes, LAYOUTS);
  }

  /** Reads a file that can have other layouts. */
  static Reading inSlices(String name, byte[] content, long sliceBytes, Layouts layouts) {
    return withSlices(name, content, sliceBytes, layouts, slices -> of(slices, layouts));
  }

  /** Where a file of this name and content is cut. */
  static List<Slice> slices(String name, byte[] content, long sliceBytes) {
    return withSlices(name, content, sliceBytes, LAYOUTS, slices -> slices);
  }

  /** The slices of sources, in their order. */
  public static List<Slice> slices(List<Source> sources, long sliceBytes, Layouts layouts) {
    List<Slice> slices = new ArrayList<>();
    for (Source source : sources) {
      List<Chunk> chunks = Slices.chunks(source, sliceBytes, layouts);
      slices.addAll(
          chunks.isEmpty()
              ? List.of(Slice.whole(source))
              : Slices.of(chunks.stream().map(ChunkScan::of).toList()));
    }
    return slices;
  }

  private static <T> T withSlices(
      String name, byte[] content, long sliceBytes, Layouts layouts, Function<List<Slice>, T> use) {
    try {
      Path file = Files.createTempFile("reading", name);
      try {
        Files.write(file, content);
        return use.apply(slices(Sources.matching(List.of(file.toString())), sliceBytes, layouts));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads slices one after another. */
  static Reading of(List<Slice> slices) {
    return of(slices, LAYOUTS);
  }

  private static Reading of(List<Slice> slices, Layouts layouts) {
    List<RawEntry> entries = new ArrayList<>();
    Set<String> unknown = new TreeSet<>();
    for (Slice slice : slices) {
      unknown.addAll(SliceReader.read(slice, layouts, entries::add));
    }
    return new Reading(entries, unknown);
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  List<RawRecord> records() {
    return only(RawRecord.class);
  }

  List<Unreadable> unreadable() {
    return only(Unreadable.class);
  }

  /** What was repaired or doubted, of the tables and of their records. */
  List<Remark> remarks() {
    return entries.stream()
        .flatMap(
            entry ->
                entry instanceof Remark remark
                    ? Stream.of(remark)
                    : entry instanceof RawRecord record
                        ? record.remarks().stream()
                        : Stream.empty())
        .toList();
  }

  private <E extends RawEntry> List<E> only(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** First line of every entry. */
  List<Long> lines() {
    return entries.stream().map(RawEntry::lineNumber).toList();
  }

  /** A field of every record. */
  List<String> each(Field field) {
    return records().stream().map(record -> record.get(field)).toList();
  }

  /** What is shown of every entry. */
  List<String> raws() {
    return entries.stream().flatMap(Reading::raw).toList();
  }

  private static Stream<String> raw(RawEntry entry) {
    if (entry instanceof RawRecord record) {
      return Stream.of(record.raw().get());
    }
    return entry instanceof Unreadable place ? Stream.of(place.raw()) : Stream.empty();
  }

  /** Whether a text is short, and of whole characters that a table can hold. */
  static void isFitToBeShown(String raw) {
    assertThat(raw).hasSizeLessThanOrEqualTo(ShownText.MAX_LENGTH + "...".length());
    assertThat(raw).doesNotContain("\0");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(raw)).as("can be written").isTrue();
  }

  /** The judgements of all records, as {@code area: grade}. */
  List<String> judgements() {
    return records().stream()
        .flatMap(record -> record.judgements().stream())
        .map(Reading::inWords)
        .toList();
  }

  private static String inWords(RawJudgement judgement) {
    return judgement.area() + ": " + judgement.grade();
  }

  /** Every entry with all that it holds, to be compared with another reading. */
  List<String> inWords() {
    return entries.stream().flatMap(Reading::inWords).toList();
  }

  private static Stream<String> inWords(RawEntry entry) {
    return entry instanceof RawRecord record
        ? Stream.of(
            record.lineNumber()
                + " "
                + record.fields()
                + record.judgements()
                + record.findings()
                + record.raw().get())
        : Stream.of(entry.toString());
  }
}
