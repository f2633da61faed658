package org.gradeline.reference;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Loads {@code frameworks/*.yaml}. Any file may have any of the sections, so that a new scheme is
 * one more file. The order of frameworks, lines and scopes is that of the files' names, and in each
 * file that of its entries.
 */
final class FrameworkLoader {
  private static final String FOLDER = "frameworks";
  private static final Set<String> SECTIONS =
      Set.of("country", "schemes", "scales", "frameworks", "lines", "scopes", "visit_types");

  private final Problems problems;
  private final List<YamlNode> files = new ArrayList<>();
  private final Map<String, Scale> scales = new LinkedHashMap<>();
  private final Map<String, Framework> frameworks = new LinkedHashMap<>();

  private FrameworkLoader(Problems problems) {
    this.problems = problems;
  }

  /**
   * What the folder of frameworks has.
   *
   * @param country the whole country
   * @param schemes in order
   * @param frameworks in order
   * @param lines in order
   * @param scopes in order
   * @param visitTypes in order
   */
  record Loaded(
      Geography country,
      List<Scheme> schemes,
      List<Framework> frameworks,
      List<Line> lines,
      List<Scope> scopes,
      List<VisitType> visitTypes) {}

  /**
   * @param groupings the groupings that councils are counted by, besides the whole country
   */
  static Loaded load(Path data, List<String> groupings, Problems problems) {
    return new FrameworkLoader(problems).load(data, groupings);
  }

  private Loaded load(Path data, List<String> groupings) {
    readFiles(data);
    SchemeLoader schemes = new SchemeLoader(section("schemes"));
    scales.putAll(ScaleLoader.load(section("scales")));
    section("frameworks").forEach(node -> addFramework(node, schemes));
    List<Line> lines = unique("line", section("lines"), new LineLoader(frameworks, schemes)::line);
    schemes.checkLeadingLines(section("schemes"), lines);
    List<String> levels =
        Stream.concat(Stream.of(Geography.NATIONAL), groupings.stream()).sorted().toList();
    List<Scope> scopes =
        unique("scope", section("scopes"), new ScopeLoader(frameworks, levels)::scope);
    List<VisitType> visitTypes =
        unique(
            "visit_type",
            section("visit_types"),
            (node, position) -> VisitTypeLoader.visitType(node, schemes));
    VisitTypeLoader.checkWordings(visitTypes, FOLDER, problems);
    if (!files.isEmpty() && scopes.stream().allMatch(scope -> scope.frameworks().contains(false))) {
      problems.add(FOLDER, 0, "no scope counts every framework", "Add one with 'frameworks: all'.");
    }
    if (!files.isEmpty() && section("frameworks").isEmpty()) {
      problems.add(FOLDER, 0, "no file has a framework", "Add a file with 'frameworks:'.");
    }
    return new Loaded(
        country(), schemes.schemes(), List.copyOf(frameworks.values()), lines, scopes, visitTypes);
  }

  private Geography country() {
    for (YamlNode file : files) {
      YamlNode country = file.child("country");
      if (country != null) {
        country.allow(Set.of("code", "name"));
        return new Geography(0, Geography.NATIONAL, country.text("code"), country.text("name"));
      }
    }
    return new Geography(0, Geography.NATIONAL, "", "All councils");
  }

  private void readFiles(Path data) {
    try {
      YamlNode.readAll(data, FOLDER, problems).forEach(file -> files.add(file.allow(SECTIONS)));
      if (files.isEmpty() && problems.isEmpty()) {
        problems.add(FOLDER, 0, "the folder has no *.yaml files", "Put the frameworks there.");
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      problems.add(
          FOLDER,
          0,
          "the folder is missing",
          "Put it into the data folder, or name another with --data.");
    } catch (IOException e) {
      MachineLimit.requireNotReached(e);
      problems.add(
          FOLDER,
          0,
          "the folder cannot be read (" + e.getMessage() + ")",
          "Check its permissions.");
    }
  }

  private List<YamlNode> section(String name) {
    return files.stream().flatMap(file -> file.nodes(name).stream()).toList();
  }

  private interface Entry<T> {
    T read(YamlNode node, int position);
  }

  private static <T> List<T> unique(String name, List<YamlNode> nodes, Entry<T> entry) {
    Set<String> keys = new HashSet<>();
    List<T> entries = new ArrayList<>();
    for (YamlNode node : nodes) {
      if (!keys.add(node.text(name))) {
        node.problem(
            "the " + name + " '" + node.text(name) + "' appears twice", "Keep one of the two.");
      }
      entries.add(entry.read(node, entries.size()));
    }
    return List.copyOf(entries);
  }

  private void addFramework(YamlNode node, SchemeLoader schemes) {
    node.allow(
        Set.of(
            "framework",
            "label",
            "scheme",
            "coverage",
            "partial_types",
            "scale",
            "start_date",
            "first_day",
            "last_day",
            "areas",
            "wordings"));
    Scale scale = ScaleLoader.named(node, scales);
    if (scale == null) {
      return;
    }
    List<Area> areas = new AreaLoader(scales).areas(node, scale);
    Framework framework =
        new Framework(
            frameworks.size(),
            node.text("framework"),
            node.text("label"),
            schemes.schemeOf(node),
            node.oneOf("coverage", List.of("full", "partial")).equals("full"),
            node.texts("partial_types").stream().map(Wording::of).collect(Collectors.toSet()),
            scale,
            node.oneOf("start_date", List.of("usual", "unknown")).equals("usual"),
            node.day("first_day"),
            node.day("last_day"),
            areas,
            WordingLoader.ofScale(node, scale),
            WordingLoader.printed(node),
            WordingLoader.ofAreas(node, areas, scale));
    WordingLoader.check(node, framework.scales());
    LocalDate first = framework.firstDay();
    if (first != null && framework.lastDay() != null && framework.lastDay().isBefore(first)) {
      node.problemAt(
          "last_day",
          "'last_day' " + framework.lastDay() + " is before 'first_day' " + first,
          "Give the first day, then the last.");
    }
    if (!framework.key().equals(Wording.of(framework.key()))) {
      node.problem(
          "the key '" + framework.key() + "' is not in lower case", "Write keys in lower case.");
    }
    if (frameworks.putIfAbsent(framework.key(), framework) != null) {
      node.problem("the framework '" + framework.key() + "' appears twice", "Keep one of the two.");
    }
  }
}
