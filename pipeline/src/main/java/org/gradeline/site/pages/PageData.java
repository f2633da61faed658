package org.gradeline.site.pages;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Scheme;
import org.gradeline.site.charts.GradeMark;
import org.gradeline.story.Stories;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.PublishedRow;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.Table;

/**
 * What pages are made from: the published tables, read once, and the stories that they quote. Safe
 * for one thread.
 */
public final class PageData {
  private final Reference reference;
  private final Stories stories;
  private final String version;
  private final Links links;
  private final GradeMarks marks;
  private final Map<String, List<PublishedRow>> rows = new HashMap<>();

  private final Map<String, Map<String, List<PublishedRow>>> groups = new HashMap<>();

  private final Map<String, Line> linesByKey = new HashMap<>();

  private PageData(Reference reference, Stories stories, String version) {
    this.reference = reference;
    this.stories = stories;
    this.version = version;
    this.links = new Links(reference.councils().all());
    this.marks = GradeMarks.of(reference);
    reference.lines().forEach(line -> linesByKey.put(line.key(), line));
  }

  /** The tables that pages show, with the rows that they show. */
  private Map<String, Predicate<PublishedRows>> wanted() {
    Map<String, Predicate<PublishedRows>> tables = new LinkedHashMap<>();
    for (String table :
        List.of(
            "ratings",
            "visits",
            "trajectories",
            "latest",
            "waiting",
            "recovery",
            "recovery_summary")) {
      tables.put(table, row -> true);
    }
    tables.put("context", row -> true);
    String scope = reference.everyFramework().key();
    String asAt = asAt().toString();
    Map<String, String> passes = new HashMap<>();
    reference.lines().forEach(line -> passes.put(line.key(), Rates.passKey(line.scale())));
    Set<String> leading = new HashSet<>();
    reference.leadingLines(mainScheme()).forEach(line -> leading.add(line.key()));
    tables.put("neighbour_grades", row -> leading.contains(row.text("line")));
    tables.put("transitions", row -> row.is("scope", scope));
    tables.put("movements", row -> row.is("scope", scope) && row.is("as_at", asAt));
    tables.put(
        "distributions",
        row ->
            row.is("scope", scope)
                && (row.is("as_at", asAt)
                    || row.text("grade").equals(passes.get(row.text("line")))));
    return tables;
  }

  /**
   * Reads what pages are made from.
   *
   * @param reference the reference data that the tables were made with
   * @param version the program's version
   * @throws java.nio.file.NoSuchFileException when a table is missing
   * @throws org.gradeline.tables.UnreadableTableException when a table is not what it should be
   */
  public static PageData read(
      PublishedTables tables, Reference reference, Stories stories, String version)
      throws IOException {
    PageData data = new PageData(reference, stories, version);
    Catalogue catalogue = Catalogue.of(reference);
    for (Map.Entry<String, Predicate<PublishedRows>> each : data.wanted().entrySet()) {
      data.read(tables, catalogue.table(each.getKey()), each.getValue());
    }
    return data;
  }

  private void read(PublishedTables tables, Table<?> table, Predicate<PublishedRows> wanted)
      throws IOException {
    List<PublishedRow> kept = new ArrayList<>();
    try (PublishedRows read = tables.rows(table)) {
      while (read.next()) {
        if (wanted.test(read)) {
          kept.add(read.row());
        }
      }
    }
    rows.put(table.name(), kept);
  }

  /** All rows of a table. */
  public List<PublishedRow> rows(String table) {
    return rows.getOrDefault(table, List.of());
  }

  /** The rows of a council. */
  public List<PublishedRow> rows(String table, Council council) {
    return rows(table, "la_code", council.laCode());
  }

  /** The rows of a line. */
  public List<PublishedRow> rows(String table, Line line) {
    return rows(table, "line", line.key());
  }

  private List<PublishedRow> rows(String table, String column, String value) {
    return groups
        .computeIfAbsent(table + "." + column, key -> grouped(table, column))
        .getOrDefault(value, List.of());
  }

  private Map<String, List<PublishedRow>> grouped(String table, String column) {
    Map<String, List<PublishedRow>> grouped = new HashMap<>();
    rows(table)
        .forEach(
            row -> grouped.computeIfAbsent(row.text(column), key -> new ArrayList<>()).add(row));
    return grouped;
  }

  /** The rows of a council as CSV, as the published file has them. */
  public String csv(Table<?> table, Council council) {
    StringBuilder csv = new StringBuilder(String.join(",", table.header())).append('\n');
    rows(table.name(), council).forEach(row -> csv.append(row.line()).append('\n'));
    return csv.toString();
  }

  public Reference reference() {
    return reference;
  }

  public Stories stories() {
    return stories;
  }

  public Links links() {
    return links;
  }

  public GradeMarks marks() {
    return marks;
  }

  public String version() {
    return version;
  }

  /** The day to which the tables are. */
  public LocalDate asAt() {
    return stories.asAt();
  }

  /** The scheme that leads, the first of the reference data. */
  public Scheme mainScheme() {
    return reference.schemes().get(0);
  }

  /** The lines of a scheme, those that lead first. */
  public List<Line> lines(Scheme scheme) {
    List<Line> lines = new ArrayList<>(reference.leadingLines(scheme));
    reference.lines(scheme).stream().filter(line -> !lines.contains(line)).forEach(lines::add);
    return lines;
  }

  /** The line of a key. */
  public Line line(String key) {
    return Objects.requireNonNull(linesByKey.get(key), key);
  }

  /** What the grade of a row is called, also where it stands for several. */
  public String gradeLabel(PublishedRow row) {
    String grade = row.text("grade");
    Scale scale = line(row.text("line")).scale();
    return grade.equals(scale.passName()) ? scale.passLabel() : marks.of(scale, grade).label();
  }

  /** How a grade in a column of a row with a line is shown. */
  public GradeMark mark(PublishedRow row, String column) {
    return marks.of(line(row.text("line")).scale(), row.text(column));
  }

  /** The lines that lead all schemes. */
  public List<Line> leadingLines() {
    return reference.schemes().stream()
        .flatMap(scheme -> reference.leadingLines(scheme).stream())
        .toList();
  }
}
