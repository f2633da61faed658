package org.gradeline.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gradeline.reference.ReferenceTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Loads the register of councils with its regions, codes, aliases, neighbours and succession from
 * {@code reference/*.csv}.
 */
final class CouncilLoader {
  private static final String COUNCILS = "reference/councils.csv";
  private static final String REGIONS = "reference/regions.csv";
  private static final String CODES = "reference/council_codes.csv";
  private static final String ALIASES = "reference/council_aliases.csv";
  private static final String NEIGHBOURS = "reference/statistical_neighbours.csv";
  private static final String SUCCESSION = "reference/succession.csv";

  private final Path data;
  private final Problems problems;
  private final Map<String, Council> councils = new TreeMap<>();

  private CouncilLoader(Path data, Problems problems) {
    this.data = data;
    this.problems = problems;
  }

  /**
   * What is known of the councils.
   *
   * @param register the councils
   * @param geographies what they are counted by
   * @param neighbours statistical neighbours, closest first, by position
   * @param successors councils that took over, by position of the closed one
   */
  record Loaded(
      CouncilRegister register,
      List<Geography> geographies,
      Map<Integer, List<Council>> neighbours,
      Map<Integer, List<Council>> successors) {}

  static Loaded load(Path data, Problems problems) {
    return new CouncilLoader(data, problems).load();
  }

  private Loaded load() {
    List<Row> rows =
        read(
            COUNCILS,
            "la_code",
            "council",
            "council_type",
            "region_code",
            "ofsted_region",
            "urn",
            "opened",
            "closed");
    if (rows.isEmpty()) {
      return none();
    }
    List<Geography> geographies = geographies(rows);
    Map<String, List<Council.Code>> codes = codes(rows);
    addCouncils(rows, geographies, codes);
    Map<String, Council> names = names(rows);
    return new Loaded(
        new CouncilRegister(List.copyOf(councils.values()), names),
        geographies,
        neighbours(),
        successors());
  }

  /** Without a council, all that other files name would be told to be unknown. */
  private Loaded none() {
    if (problems.isEmpty()) {
      problems.add(COUNCILS, 0, "there is no council", "Give each council a row.");
    }
    return new Loaded(new CouncilRegister(List.of(), Map.of()), List.of(), Map.of(), Map.of());
  }

  private List<Row> read(String file, String... columns) {
    return ReferenceTable.read(data, file, List.of(columns), problems);
  }

  private void problem(Row row, String message, String remedy) {
    problems.add(row.file(), row.lineNumber(), message, remedy);
  }

  private void checkFilled(Row row, String column) {
    if (row.get(column).isEmpty()) {
      problem(row, "the " + column + " is blank", "Fill it.");
    }
  }

  private List<Geography> geographies(List<Row> councilRows) {
    TreeMap<String, Geography> found = new TreeMap<>();
    Set<String> namesAndCodes = new HashSet<>();
    int nationals = 0;
    for (Row row : read(REGIONS, "geography_level", "geography_code", "geography")) {
      String level = row.get("geography_level");
      if (!List.of(Geography.NATIONAL, Geography.REGION, Geography.OFSTED_REGION).contains(level)) {
        problem(
            row,
            "the geography level is '" + level + "'",
            "It must be national, region or ofsted_region.");
      }
      checkFilled(row, "geography");
      nationals += level.equals(Geography.NATIONAL) ? 1 : 0;
      Geography geography =
          new Geography(0, level, row.get("geography_code"), row.get("geography"));
      found.put(geographyKey(geography), geography);
      if (!namesAndCodes.add(level + " named " + geography.name())) {
        problem(row, "'" + geography.name() + "' stands twice", "Keep one of the two.");
      } else if (!geography.code().isEmpty()
          && !namesAndCodes.add(level + " coded " + geography.code())) {
        problem(row, "the code '" + geography.code() + "' stands twice", "Keep one of the two.");
      }
    }
    if (nationals != 1) {
      problems.add(REGIONS, 0, "there are " + nationals + " national rows", "Give exactly one.");
    }
    for (Row row : councilRows) {
      Geography type = new Geography(0, Geography.COUNCIL_TYPE, "", row.get("council_type"));
      found.put(geographyKey(type), type);
    }
    List<Geography> geographies = new ArrayList<>();
    for (Geography geography : found.values()) {
      geographies.add(
          new Geography(geographies.size(), geography.level(), geography.code(), geography.name()));
    }
    return List.copyOf(geographies);
  }

  /** The order of the published tables: level, then code, then name. */
  private static String geographyKey(Geography geography) {
    return geography.level() + "\t" + geography.code() + "\t" + geography.name();
  }

  private Map<String, List<Council.Code>> codes(List<Row> councilRows) {
    Set<String> known = new HashSet<>(councilRows.stream().map(row -> row.get("la_code")).toList());
    Map<String, List<Council.Code>> codes = new HashMap<>();
    Map<String, String> owners = new HashMap<>();
    for (Row row : read(CODES, "la_code", "gss_code", "valid_from", "valid_to")) {
      String laCode = row.get("la_code");
      if (!known.contains(laCode)) {
        problem(
            row,
            "the la_code '" + laCode + "' is not in " + COUNCILS,
            "Add the council there, or mend the code.");
      }
      checkFilled(row, "gss_code");
      LocalDate from =
          problems.day(row.file(), row.lineNumber(), "valid_from", row.get("valid_from"));
      LocalDate to = problems.day(row.file(), row.lineNumber(), "valid_to", row.get("valid_to"));
      Council.Code code = new Council.Code(row.get("gss_code"), from, to);
      if (from != null && to != null && !from.isBefore(to)) {
        problem(
            row,
            "valid_from " + from + " is not before valid_to " + to,
            "Give the first day, then the day after the last.");
      }
      String owner = owners.put(code.code(), laCode);
      if (owner != null) {
        problem(
            row,
            "the gss_code '" + code.code() + "' stands twice, for " + owner + " too",
            "Keep one of the two.");
      }
      List<Council.Code> held = codes.computeIfAbsent(laCode, key -> new ArrayList<>());
      for (Council.Code other : held) {
        if (overlap(code, other)) {
          problem(
              row,
              "the days of "
                  + code.code()
                  + " overlap those of "
                  + other.code()
                  + ", both of council "
                  + laCode,
              "End the older code on the day on which the newer begins.");
        }
      }
      held.add(code);
    }
    codes.values().forEach(held -> held.sort(Comparator.comparing(CouncilLoader::start)));
    return codes;
  }

  private static LocalDate start(Council.Code code) {
    return code.from() == null ? LocalDate.MIN : code.from();
  }

  private static LocalDate end(Council.Code code) {
    return code.to() == null ? LocalDate.MAX : code.to();
  }

  private static boolean overlap(Council.Code a, Council.Code b) {
    return start(a).isBefore(end(b)) && start(b).isBefore(end(a));
  }

  private void addCouncils(
      List<Row> rows, List<Geography> geographies, Map<String, List<Council.Code>> codes) {
    Map<String, Row> byCode = new TreeMap<>();
    Map<String, Row> byUrn = new HashMap<>();
    for (Row row : rows) {
      String laCode = row.get("la_code");
      if (laCode.isEmpty() || row.get("council").isEmpty()) {
        problem(row, "the la_code or the council's name is blank", "Fill both.");
      } else if (byCode.putIfAbsent(laCode, row) != null) {
        problem(row, "the la_code '" + laCode + "' stands twice", "Keep one of the two.");
      }
      if (!row.get("urn").isEmpty() && byUrn.put(row.get("urn"), row) != null) {
        problem(row, "the urn '" + row.get("urn") + "' stands twice", "Keep one of the two.");
      }
    }
    for (Row row : byCode.values()) {
      checkFilled(row, "council_type");
      LocalDate opened = problems.day(row.file(), row.lineNumber(), "opened", row.get("opened"));
      LocalDate closed = problems.day(row.file(), row.lineNumber(), "closed", row.get("closed"));
      if (opened != null && closed != null && !opened.isBefore(closed)) {
        problem(
            row,
            "opened " + opened + " is not before closed " + closed,
            "Give the first day, then the day after the last.");
      }
      String laCode = row.get("la_code");
      councils.put(
          laCode,
          new Council(
              councils.size(),
              laCode,
              row.get("council"),
              row.get("council_type"),
              row.get("urn"),
              opened,
              closed,
              List.copyOf(codes.getOrDefault(laCode, List.of())),
              places(row, geographies)));
    }
  }

  private List<Geography> places(Row row, List<Geography> geographies) {
    List<Geography> places = new ArrayList<>();
    TreeSet<String> levels = new TreeSet<>();
    for (Geography geography : geographies) {
      boolean in =
          switch (geography.level()) {
            case Geography.NATIONAL -> true;
            case Geography.REGION -> geography.code().equals(row.get("region_code"));
            case Geography.OFSTED_REGION -> geography.name().equals(row.get("ofsted_region"));
            default -> geography.name().equals(row.get("council_type"));
          };
      if (in) {
        places.add(geography);
        levels.add(geography.level());
      }
    }
    checkRegion(row, "region_code", levels.contains(Geography.REGION));
    checkRegion(row, "ofsted_region", levels.contains(Geography.OFSTED_REGION));
    return List.copyOf(places);
  }

  private void checkRegion(Row row, String column, boolean found) {
    if (!found) {
      problem(
          row,
          column + " is '" + row.get(column) + "', which is not in " + REGIONS,
          "Add it there, or mend it.");
    }
  }

  private Map<String, Council> names(List<Row> rows) {
    Map<String, Council> names = new HashMap<>();
    for (Row row : rows) {
      addName(names, row, row.get("council"), councils.get(row.get("la_code")));
    }
    for (Row row : read(ALIASES, "alias", "la_code")) {
      Council council = council(row, "la_code");
      if (council != null) {
        addName(names, row, row.get("alias"), council);
      }
    }
    return names;
  }

  private void addName(
      Map<String, Council> names, Row row, String name, @Nullable Council council) {
    if (council == null) {
      return;
    }
    String form = CouncilRegister.nameForm(name);
    if (form.isEmpty()) {
      problem(row, "the name '" + name + "' has no letter or digit", "Write a name.");
    }
    Council other = names.put(form, council);
    if (other != null && !other.laCode().equals(council.laCode())) {
      problem(
          row,
          "the name '" + name + "' stands for " + other.laCode() + " and " + council.laCode(),
          "A name must stand for one council; take it from one of them.");
    }
  }

  private @Nullable Council council(Row row, String column) {
    Council council = councils.get(row.get(column));
    if (council == null) {
      problem(
          row,
          column + " is '" + row.get(column) + "', which is not in " + COUNCILS,
          "Add the council there, or mend the code.");
    }
    return council;
  }

  private Map<Integer, List<Council>> neighbours() {
    Map<Integer, TreeMap<Integer, Council>> byPosition = new HashMap<>();
    for (Row row : read(NEIGHBOURS, "la_code", "position", "neighbour_la_code")) {
      Council council = council(row, "la_code");
      Council neighbour = council(row, "neighbour_la_code");
      if (council == null || neighbour == null) {
        continue;
      }
      if (council.laCode().equals(neighbour.laCode())) {
        problem(row, "council " + council.laCode() + " is its own neighbour", "Take the row out.");
      }
      Integer position = position(row);
      if (position != null) {
        TreeMap<Integer, Council> neighbours =
            byPosition.computeIfAbsent(council.position(), key -> new TreeMap<>());
        if (neighbours.containsValue(neighbour) || neighbours.put(position, neighbour) != null) {
          problem(
              row,
              "the position "
                  + position
                  + " or the neighbour "
                  + neighbour.laCode()
                  + " stands twice for council "
                  + council.laCode(),
              "Give each neighbour once, at a position of its own.");
        }
      }
    }
    Map<Integer, List<Council>> neighbours = new HashMap<>();
    byPosition.forEach(
        (position, ordered) -> neighbours.put(position, List.copyOf(ordered.values())));
    return Map.copyOf(neighbours);
  }

  private @Nullable Integer position(Row row) {
    try {
      int position = Integer.parseInt(row.get("position"));
      if (position > 0) {
        return position;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too small.
    }
    problem(
        row,
        "the position is '" + row.get("position") + "'",
        "Number the neighbours from 1, the closest.");
    return null;
  }

  private Map<Integer, List<Council>> successors() {
    Map<Integer, List<Council>> successors = new HashMap<>();
    for (Row row : read(SUCCESSION, "predecessor", "successor", "date")) {
      Council predecessor = council(row, "predecessor");
      Council successor = council(row, "successor");
      LocalDate date = problems.day(row.file(), row.lineNumber(), "date", row.get("date"));
      if (predecessor == null || successor == null) {
        continue;
      }
      if (date == null || !date.equals(predecessor.closed()) || !date.equals(successor.opened())) {
        problem(
            row,
            "the date '"
                + row.get("date")
                + "' is not the day on which "
                + predecessor.laCode()
                + " closed ("
                + Objects.requireNonNullElse(predecessor.closed(), "never")
                + ") and "
                + successor.laCode()
                + " opened ("
                + Objects.requireNonNullElse(successor.opened(), "before the records begin")
                + ")",
            "Make the three agree.");
      }
      List<Council> followers =
          successors.computeIfAbsent(predecessor.position(), key -> new ArrayList<>());
      if (followers.contains(successor)) {
        problem(
            row,
            predecessor.laCode() + " is followed by " + successor.laCode() + " twice",
            "Keep one of the two.");
      }
      followers.add(successor);
    }
    Map<Integer, List<Council>> sorted = new HashMap<>();
    successors.forEach(
        (position, list) ->
            sorted.put(
                position, list.stream().sorted(Comparator.comparing(Council::laCode)).toList()));
    return Map.copyOf(sorted);
  }
}
