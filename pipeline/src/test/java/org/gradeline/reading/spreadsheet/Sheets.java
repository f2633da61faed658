package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.Reading;
import org.gradeline.reading.RecordTables;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reading.Unreadable;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;

/**
 * What reading a file gives.
 *
 * @param entries the entries of each source, by its name
 * @param leftOut what is left out, as {@code name: reason}
 * @param unknown unknown columns
 */
record Sheets(Map<String, List<RawEntry>> entries, List<String> leftOut, List<String> unknown) {
  /** The program's own layout, with two areas. */
  static final Layouts LAYOUTS = new Layouts(own(), List.of(own()));

  private static Layout own() {
    return Layout.own(List.of("overall_effectiveness", "care_leavers"));
  }

  /** Reads a file of this name and content. */
  static Sheets of(String name, byte[] content) {
    return of(name, content, LAYOUTS);
  }

  static Sheets of(String name, byte[] content, Layouts layouts) {
    try {
      Path folder = Files.createTempDirectory("sheets");
      Path file = folder.resolve(name);
      try {
        Files.write(file, content);
        return of(file, layouts);
      } finally {
        Files.delete(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sheets of(Path file, Layouts layouts) throws IOException {
    String folder = file.getParent() + "/";
    RecordTables tables =
        RecordTables.of(Sources.matching(List.of(file.toString())), List.of(), layouts);
    Map<String, List<RawEntry>> entries = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (Source source : tables.sources()) {
      entries.put(source.name().replace(folder, ""), new ArrayList<>());
    }
    for (Slice slice : Reading.slices(tables.sources(), Long.MAX_VALUE, layouts)) {
      List<RawEntry> found =
          entries.computeIfAbsent(
              slice.source().name().replace(folder, ""), name -> new ArrayList<>());
      unknown.addAll(SliceReader.read(slice, layouts, found::add));
    }
    return new Sheets(
        entries,
        tables.leftOut().stream().map(left -> inWords(left).replace(folder, "")).toList(),
        unknown);
  }

  private static String inWords(LeftOut left) {
    return left.name() + ": " + left.message();
  }

  /** All entries. */
  List<RawEntry> all() {
    return entries.values().stream().flatMap(List::stream).toList();
  }

  /** All records. */
  List<RawRecord> records() {
    return all().stream().filter(RawRecord.class::isInstance).map(RawRecord.class::cast).toList();
  }

  /** All places that gave no record. */
  List<Unreadable> unreadable() {
    return all().stream().filter(Unreadable.class::isInstance).map(Unreadable.class::cast).toList();
  }

  /** Texts of a field in all records. */
  List<String> each(Field field) {
    return records().stream().map(record -> record.get(field)).toList();
  }
}
