package org.gradeline.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gradeline.reference.Council.Membership;
import org.gradeline.reference.ReferenceTable.Row;

/**
 * Loads what councils are grouped by, and between which days, from {@code reference/groupings.csv}.
 * Without the file there are no groups.
 */
final class GroupingLoader {
  static final String FILE = "reference/groupings.csv";

  private static final List<String> COLUMNS =
      List.of("grouping", "code", "label", "la_code", "valid_from", "valid_to");

  private GroupingLoader() {}

  /**
   * The groups of the councils.
   *
   * @param geographies all groups, without their positions, by level, code and name
   * @param rows the rows of the file
   */
  record Loaded(Map<String, Geography> geographies, List<Row> rows) {
    /** Names of the groupings, in alphabetical order. */
    List<String> groupings() {
      return geographies.values().stream().map(Geography::level).distinct().sorted().toList();
    }

    /** The country and all groups in the order of the published tables: by level, code and name. */
    List<Geography> inOrder(Geography country) {
      TreeMap<String, Geography> sorted = new TreeMap<>(geographies);
      sorted.put(sortKey(country), country);
      List<Geography> numbered = new ArrayList<>();
      for (Geography geography : sorted.values()) {
        numbered.add(
            new Geography(numbered.size(), geography.level(), geography.code(), geography.name()));
      }
      return List.copyOf(numbered);
    }
  }

  /**
   * @param data the data folder
   * @param file the file in it, or another one
   */
  static Loaded load(Path data, String file, Problems problems) {
    Map<String, Geography> found = new HashMap<>();
    if (file.equals(FILE) && !Files.exists(data.resolve(file))) {
      return new Loaded(found, List.of());
    }
    List<Row> rows = ReferenceTable.read(data, file, COLUMNS, problems);
    Map<String, Set<String>> labels = new HashMap<>();
    Map<String, Set<String>> codes = new HashMap<>();
    for (Row row : rows) {
      Geography geography = geography(row);
      found.put(sortKey(geography), geography);
      checkOne(row, "code", "label", labels);
      checkOne(row, "label", "code", codes);
    }
    return new Loaded(found, rows);
  }

  /**
   * A code has one label and a label has one code: tables tell groups apart by either.
   *
   * @param seen what each cell had beside it so far
   */
  private static void checkOne(
      Row row, String column, String beside, Map<String, Set<String>> seen) {
    String cell = row.get(column);
    if (cell.isEmpty()) {
      return;
    }
    Set<String> others =
        seen.computeIfAbsent(row.get("grouping") + "\t" + cell, key -> new LinkedHashSet<>());
    if (others.add(row.get(beside)) && others.size() > 1) {
      row.problem(
          "the %s '%s' has two %ss, '%s' and '%s'"
              .formatted(column, cell, beside, others.iterator().next(), row.get(beside)),
          "Give a " + column + " one " + beside + ".");
    }
  }

  private static Geography geography(Row row) {
    row.checkFilled("grouping");
    row.checkFilled("label");
    String level = row.get("grouping");
    if (level.equals(Geography.NATIONAL)) {
      row.problem("the grouping is 'national', which all councils are in", "Rename the grouping.");
    } else if (!level.matches("[a-z][a-z0-9_]*")) {
      row.problem(
          "the grouping is '" + level + "'", "Write small letters, digits and underscores.");
    }
    return new Geography(0, level, row.get("code"), row.get("label"));
  }

  private static String sortKey(Geography geography) {
    return geography.level() + "\t" + geography.code() + "\t" + geography.name();
  }

  /** The groups of each council, by its local authority code. */
  static Map<String, List<Membership>> memberships(
      Loaded loaded, List<Geography> geographies, Iterable<String> laCodes) {
    Map<String, Geography> byKey = new HashMap<>();
    geographies.forEach(geography -> byKey.put(sortKey(geography), geography));
    Map<String, List<Membership>> memberships = new HashMap<>();
    for (String laCode : laCodes) {
      List<Membership> ofCouncil = new ArrayList<>();
      geographies.stream()
          .filter(geography -> geography.level().equals(Geography.NATIONAL))
          .forEach(country -> ofCouncil.add(new Membership(country, null, null)));
      memberships.put(laCode, ofCouncil);
    }
    for (Row row : loaded.rows()) {
      List<Membership> ofCouncil = memberships.get(row.get("la_code"));
      Geography geography = byKey.get(sortKey(geography(row)));
      if (ofCouncil == null) {
        row.problem(
            "la_code is '" + row.get("la_code") + "', which is not in " + CouncilLoader.FILE,
            "Add the council there, or fix the code here.");
      } else if (geography != null && !geography.level().equals(Geography.NATIONAL)) {
        add(ofCouncil, geography, row);
      }
    }
    memberships
        .values()
        .forEach(
            ofCouncil ->
                ofCouncil.sort(
                    java.util.Comparator.comparingInt(
                        membership -> membership.geography().position())));
    return memberships;
  }

  private static void add(List<Membership> ofCouncil, Geography geography, Row row) {
    LocalDate from = row.day("valid_from");
    LocalDate to = row.day("valid_to");
    if (from != null && to != null) {
      row.checkPeriod("valid_from", "valid_to", from, to);
    }
    Membership membership = new Membership(geography, from, to);
    for (Membership other : ofCouncil) {
      if (other.geography().level().equals(geography.level()) && other.overlaps(membership)) {
        row.problem(
            "the council "
                + row.get("la_code")
                + " is in two groups of "
                + geography.level()
                + " at a time, '"
                + other.geography().name()
                + "' and '"
                + geography.name()
                + "'",
            "End the one on the day on which the other begins.");
      }
    }
    ofCouncil.add(membership);
  }
}
