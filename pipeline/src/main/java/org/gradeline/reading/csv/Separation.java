package org.gradeline.reading.csv;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RecordEnd;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.tabular.Header;
import org.gradeline.reading.tabular.Header.Missing;
import org.gradeline.reading.tabular.Header.Survey;
import org.gradeline.reading.tabular.TabularReader;
import org.gradeline.reading.text.RecordSplitter;
import org.gradeline.reading.text.TextBlock;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the cells of a file: as its first line says ("sep=;", which spreadsheets
 * obey), or else the first of the usual separators by which a row is a header. Immutable.
 *
 * @param separator what stands between cells
 * @param layouts the layouts that a file with this separator can have
 * @param header what the beginning of the file gives of its header
 */
record Separation(Separator separator, Layouts layouts, Header header) {
  private static final List<Character> USUAL = List.of(',', ';', '\t', '|');
  private static final Pattern DECLARATION =
      Pattern.compile("\"?sep=([\t!-~&&[^\"\\p{Alnum}]])\"?", Pattern.CASE_INSENSITIVE);

  /** Where nothing before this byte is a header, commas are expected. */
  private static final long BEGINNING = 4 << 20;

  private static final long FIRST_LINE = 16;

  /** Commas, before anything is known. */
  static Separation commas(Layouts layouts) {
    return new Separation(new Separator(',', false), layouts, Header.sought(layouts));
  }

  /**
   * Looks at the beginning of a source.
   *
   * @throws IOException when it cannot be opened
   */
  static Separation of(Source source, Layouts layouts) throws IOException {
    Character declared = declared(Slice.until(source, FIRST_LINE));
    if (declared != null) {
      return of(new Separator(declared, true), layouts.declaredBy(declared), source);
    }
    Separation nearest = null;
    for (char separator : separators(layouts)) {
      Separation next = of(new Separator(separator, false), layouts.separatedBy(separator), source);
      if (next.isSeen()) {
        return next;
      }
      nearest = nearest == null || next.isNearerThan(nearest) ? next : nearest;
    }
    return nearest == null ? commas(layouts) : nearest;
  }

  private static Separation of(Separator separator, Layouts layouts, Source source)
      throws IOException {
    Slice beginning = Slice.until(source, BEGINNING);
    return new Separation(separator, layouts, look(beginning, separator, Header.sought(layouts)));
  }

  /** Whether there is a header. Of a single cell, anything separates the cells. */
  private boolean isSeen() {
    return header.layout() != null && (!layouts.isUnusual() || header.width() > 1);
  }

  private boolean isNearerThan(Separation other) {
    int nearer = Double.compare(header.distance(), other.header.distance());
    return header.width() > 1
        && (nearer < 0 || (nearer == 0 && header.width() > other.header.width()));
  }

  private static Set<Character> separators(Layouts layouts) {
    Set<Character> separators = new LinkedHashSet<>(USUAL);
    for (Layout layout : layouts.offered()) {
      if (layout.separator() != null) {
        separators.add(layout.separator());
      }
    }
    separators.removeIf(separator -> layouts.separatedBy(separator).offered().isEmpty());
    return separators;
  }

  private static @Nullable Character declared(Slice source) throws IOException {
    try (RecordSplitter splitter =
        RecordSplitter.open(source, RecordEnd.LINE_BREAK, Rule.MALFORMED_ROW, place -> {})) {
      TextBlock block = splitter.next();
      if (block == null || block.lineNumber(0) > 1) {
        return null;
      }
      Matcher declaration = DECLARATION.matcher(block.text(0));
      return declaration.matches() ? declaration.group(1).charAt(0) : null;
    }
  }

  /**
   * The first rows of a source that may have no layout, by the usual separator that gives the
   * widest of them.
   *
   * @param count how many rows to give at most
   * @throws IOException when it cannot be opened, or its first row cannot be read
   */
  static List<List<String>> firstRows(Source source, int count) throws IOException {
    Character declared = declared(Slice.until(source, FIRST_LINE));
    List<List<String>> widest = List.of();
    for (char separator : declared == null ? USUAL : List.of(declared)) {
      Header seen =
          look(
              Slice.until(source, BEGINNING),
              new Separator(separator, declared != null),
              Header.survey(count));
      if (seen instanceof Missing missing) {
        throw new IOException(missing.fault().message() + ". " + missing.fault().suggestion());
      }
      if (seen instanceof Survey survey && width(survey.rows()) > width(widest)) {
        widest = survey.rows();
      }
    }
    return widest;
  }

  private static int width(List<List<String>> rows) {
    return rows.stream().mapToInt(List::size).max().orElse(0);
  }

  /** What a part of a file gives of its header. Whoever reads that part reports on it. */
  Header headerIn(Slice beginning) throws IOException {
    return look(beginning, separator, Header.sought(layouts));
  }

  private static Header look(Slice beginning, Separator separator, Header sought)
      throws IOException {
    TabularReader table = new TabularReader(sought, entry -> {}, separator::quoted);
    CsvRows rows = new CsvRows(table, separator);
    try (RecordSplitter splitter =
        RecordSplitter.open(beginning, separator.recordEnd(), Rule.MALFORMED_ROW, table::reject)) {
      TextBlock block = splitter.next();
      while (block != null && table.header().isSought()) {
        rows.read(block);
        block = splitter.next();
      }
    }
    return table.header();
  }
}
