package org.gradeline.cli.suggesting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gradeline.cli.suggesting.ColumnNames.Meaning;
import org.gradeline.reading.TableStart;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Field;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A layout to start from: each column of a table as what its name says it is, and everything else
 * left out with a comment. A name decides only when it is known; what is merely near, and what the
 * values look like, stands in comments, for a person to judge. Values are never quoted, except the
 * usual words for "no value" and "not judged" in columns that are used.
 */
public final class SuggestedLayout {
  /** How many rows are looked at. */
  public static final int ROWS = 1_000;

  private static final int HEADER_WITHIN = 30;
  private static final Pattern NOT_IN_KEYS = Pattern.compile("[^a-z0-9]+");

  private final Reference reference;
  private final TableStart table;
  private final int header;
  private final Set<Column> given = new HashSet<>();
  private final Set<String> areas = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<String> notJudged = new LinkedHashSet<>();

  private SuggestedLayout(Reference reference, TableStart table) {
    this.reference = reference;
    this.table = table;
    this.header = headerRow(table.rows());
  }

  /**
   * The lines of a layout, in the form of an entry under {@code layouts:}.
   *
   * @param fileName the file's name, from which the layout gets its own
   * @param table the table
   * @param reference what is known
   * @return none when the table has no row that can be a header
   */
  public static List<String> lines(String fileName, TableStart table, Reference reference) {
    SuggestedLayout suggested = new SuggestedLayout(reference, table);
    return suggested.header < 0 ? List.of() : suggested.lines(fileName);
  }

  private List<String> lines(String fileName) {
    List<String> columns = columns();
    List<String> lines = new ArrayList<>();
    lines.add("  - layout: " + key(fileName));
    lines.add("    label: " + Yaml.quoted("Fill in what the file is"));
    if (header > 0) {
      lines.add("    # Rows of text above the header.");
      lines.add("    prose_rows: " + header);
    }
    if (!given.contains(new Column.OfField(Field.FRAMEWORK))) {
      lines.addAll(constants());
    }
    lines.add("    columns:");
    lines.addAll(columns);
    if (!missing.isEmpty() || !notJudged.isEmpty()) {
      lines.add("    # Words in place of a value. Those that the file has:");
      lines.add("    sentinels:");
      if (!missing.isEmpty()) {
        lines.add("      missing: " + Yaml.list(missing));
      }
      if (!notJudged.isEmpty()) {
        lines.add("      not_judged: " + Yaml.list(notJudged));
      }
    }
    return lines;
  }

  /** The framework, where only one has all areas that were found. */
  private List<String> constants() {
    List<String> keys =
        reference.frameworks().stream()
            .filter(
                framework ->
                    !areas.isEmpty()
                        && areas.stream().allMatch(area -> framework.area(area) != null))
            .map(Framework::key)
            .toList();
    if (keys.size() == 1 && areas.size() > 1) {
      return List.of(
          "    # The framework that has all areas below.",
          "    constants: {framework: " + keys.get(0) + "}");
    }
    List<String> known =
        keys.isEmpty() ? reference.frameworks().stream().map(Framework::key).toList() : keys;
    return List.of(
        "    # The framework of every record: one of " + String.join(", ", known) + ",",
        "    # or one that you add in frameworks/ (docs/NEW-SCHEME.md).",
        "    constants: {framework: FILL_IN}");
  }

  private List<String> columns() {
    ColumnNames names = new ColumnNames(reference, table.rows().get(header));
    List<String> lines = new ArrayList<>();
    List<String> header = table.rows().get(this.header);
    for (int index = 0; index < header.size(); index++) {
      String name = header.get(index).strip();
      if (!name.isEmpty()) {
        column(name, cells(index), names, lines);
      }
    }
    return lines;
  }

  private List<String> cells(int index) {
    return table.rows().subList(header + 1, table.rows().size()).stream()
        .filter(row -> index < row.size())
        .map(row -> row.get(index))
        .toList();
  }

  private void column(String name, List<String> values, ColumnNames names, List<String> lines) {
    ValueShape shape = ValueShape.of(values);
    Meaning meaning = names.exact(name);
    String entry = "left_out: true";
    if (meaning == null) {
      names.near(name).forEach(near -> lines.add(comment(nearly(near, shape))));
      String councils = councils(values);
      lines.add(
          comment(
              "Not known: "
                  + (councils.isEmpty() ? shape.inWords() + "." + advice(shape) : councils)));
    } else if (!(meaning.column() instanceof Column.LeftOut) && !given.add(meaning.column())) {
      lines.add(comment("Another column has '" + meaning.entry() + "' already."));
    } else {
      entry = meaning.entry() + dates(meaning, shape, lines);
      use(meaning.column(), shape);
    }
    lines.add("      - {column: " + Yaml.quoted(name) + ", " + entry + "}");
  }

  /** What the register says of the values; empty when most of them are not councils. */
  private String councils(List<String> values) {
    List<String> filled = values.stream().filter(it -> !it.isBlank()).map(String::strip).toList();
    CouncilRegister register = reference.councils();
    return Map.<Field, Function<String, @Nullable Council>>of(
            Field.COUNCIL, register::byName,
            Field.GSS_CODE, register::byGssCode,
            Field.LA_CODE, register::byLaCode,
            Field.URN, register::byUrn)
        .entrySet()
        .stream()
        .filter(field -> areMost(filled, field.getValue()))
        .map(
            field ->
                "most of its values are councils, known by 'field: " + field.getKey().key() + "'.")
        .findFirst()
        .orElse("");
  }

  private static boolean areMost(
      List<String> values, Function<String, @Nullable Council> register) {
    long found = values.stream().filter(value -> register.apply(value) != null).count();
    return found > 0 && 2 * found > values.size();
  }

  private void use(Column column, ValueShape shape) {
    if (column instanceof Column.OfArea area) {
      areas.add(area.area());
      notJudged.addAll(shape.notJudged());
    }
    if (!(column instanceof Column.LeftOut)) {
      missing.addAll(shape.markers());
    }
  }

  private static String nearly(Meaning near, ValueShape shape) {
    return "Perhaps '"
        + near.entry()
        + (isDate(near.column()) && !shape.dateForms().isEmpty()
            ? ", dates: " + Yaml.list(shape.dateForms())
            : "")
        + "': the name is near to a known one ("
        + near.knownFrom()
        + ").";
  }

  private static String advice(ValueShape shape) {
    if (shape.isoDates()) {
      return " If it is a date of the record: 'field: start_date', 'end_date' or 'published_date'.";
    }
    if (!shape.dateForms().isEmpty()) {
      return " If it is a date of the record: 'field: start_date' (or 'end_date',"
          + " 'published_date'), with 'dates: "
          + Yaml.list(shape.dateForms())
          + "'.";
    }
    return shape.mayBeGrades()
        ? " If it is a judgement: 'area:' and the key of an area of the framework."
        : "";
  }

  private static String dates(Meaning meaning, ValueShape shape, List<String> lines) {
    if (!isDate(meaning.column()) || shape.dateForms().isEmpty()) {
      return "";
    }
    if (shape.dateForms().get(0).matches("dd?/mm?/yy(yy)?")) {
      lines.add(comment("The day is taken to stand first: check it."));
    }
    return ", dates: " + Yaml.list(shape.dateForms());
  }

  private static boolean isDate(Column column) {
    return column instanceof Column.OfField field
        && (field.field() == Field.START_DATE
            || field.field() == Field.END_DATE
            || field.field() == Field.PUBLISHED_DATE);
  }

  private static String comment(String text) {
    return "      # " + text;
  }

  private String key(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT).replaceFirst("(\\.[a-z]{2,5}){1,2}$", "");
    String key =
        NOT_IN_KEYS
            .matcher(
                table.name().isEmpty() ? name : name + "_" + table.name().toLowerCase(Locale.ROOT))
            .replaceAll("_")
            .replaceAll("^_+|_+$", "");
    String free = key.isEmpty() ? "mine" : key;
    Set<String> taken = new HashSet<>();
    reference.layouts().forEach(layout -> taken.add(layout.key()));
    return taken.contains(free) ? free + "_2" : free;
  }

  /**
   * The first row that is filled at least half as much as the fullest one: text above a table
   * stands in one cell or two. -1 when there is none.
   */
  private static int headerRow(List<List<String>> rows) {
    List<List<String>> first = rows.subList(0, Math.min(HEADER_WITHIN, rows.size()));
    long fullest = first.stream().mapToLong(SuggestedLayout::filled).max().orElse(0);
    for (int i = 0; i < first.size(); i++) {
      if (filled(first.get(i)) > 1 && 2 * filled(first.get(i)) > fullest) {
        return i;
      }
    }
    return -1;
  }

  private static long filled(List<String> row) {
    return row.stream().filter(cell -> !cell.isBlank()).count();
  }
}
