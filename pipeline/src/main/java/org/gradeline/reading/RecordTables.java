package org.gradeline.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.reference.Layout;
import org.gradeline.reference.SourceKind;

/**
 * The tables of some files, each a source of its own: a CSV file has one, a workbook one a sheet.
 *
 * @param sources the tables in the order of their names
 * @param leftOut what is not read of the files, in the order of its names
 */
public record RecordTables(List<Source> sources, List<LeftOut> leftOut) {

  /**
   * The tables of some files.
   *
   * @param files the files
   * @param declared kinds of sources, the most trusted first
   * @param layouts the layouts that tables can have
   */
  public static RecordTables of(List<Source> files, List<SourceKind> declared, Layouts layouts) {
    List<Source> found = new ArrayList<>();
    Map<String, Layout> known = new HashMap<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Source file : files) {
      FileTables tables = RecordFormats.of(file.format()).tables(file, layouts);
      if (tables.asWhole()) {
        found.add(file);
      }
      for (FileTables.Table table : tables.tables()) {
        Source source = file.table(table.name());
        found.add(source);
        if (table.layout() != null) {
          known.put(source.name(), table.layout());
        }
      }
      leftOut.addAll(tables.leftOut());
    }
    leftOut.sort(Comparator.comparing(LeftOut::name));
    return new RecordTables(
        Sources.inPrecedenceOrder(numbered(found), declared, layouts, known), List.copyOf(leftOut));
  }

  /** Sheets of one workbook are believed in the order of their names, wherever they are in it. */
  private static List<Source> numbered(List<Source> found) {
    List<Source> byName = new ArrayList<>(found);
    byName.sort(Comparator.comparing(Source::name));
    List<Source> believed = new ArrayList<>(byName);
    believed.sort(Comparator.comparingInt(Source::precedence));
    Map<String, Integer> places = new HashMap<>();
    believed.forEach(source -> places.put(source.name(), places.size()));
    List<Source> numbered = new ArrayList<>();
    for (Source source : byName) {
      numbered.add(
          source
              .withPosition(numbered.size())
              .withPrecedence(places.getOrDefault(source.name(), 0)));
    }
    return numbered;
  }
}
