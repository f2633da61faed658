package org.gradeline.reference;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Loads {@code frameworks/*.yaml}. Any file may hold any of the sections, so that a new scheme is
 * one more file; the order of reference is that of the files' names, then of their entries.
 */
final class FrameworkLoader {
  private static final String FOLDER = "frameworks";
  private static final Set<String> SECTIONS =
      Set.of("scales", "frameworks", "lines", "scopes", "visit_types");
  private static final List<String> LEVELS =
      List.of(
          Geography.NATIONAL, Geography.REGION, Geography.OFSTED_REGION, Geography.COUNCIL_TYPE);

  private final Problems problems;
  private final List<YamlNode> files = new ArrayList<>();
  private final Map<String, Scale> scales = new LinkedHashMap<>();
  private final Map<String, Framework> frameworks = new LinkedHashMap<>();

  private FrameworkLoader(Problems problems) {
    this.problems = problems;
  }

  /**
   * What the folder of frameworks holds.
   *
   * @param frameworks in order
   * @param lines in order
   * @param scopes in order
   * @param visitTypes in order
   */
  record Loaded(
      List<Framework> frameworks,
      List<Line> lines,
      List<Scope> scopes,
      List<VisitType> visitTypes) {}

  static Loaded load(Path data, Problems problems) {
    return new FrameworkLoader(problems).load(data);
  }

  private Loaded load(Path data) {
    try {
      YamlNode.readAll(data, FOLDER, problems).forEach(file -> files.add(file.allow(SECTIONS)));
      if (files.isEmpty() && problems.isEmpty()) {
        problems.add(FOLDER, 0, "the folder has no file *.yaml", "Put the frameworks there.");
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      problems.add(
          FOLDER,
          0,
          "the folder is missing",
          "Put it into the data folder, or name another with --data.");
    } catch (IOException e) {
      problems.add(
          FOLDER,
          0,
          "the folder cannot be read (" + e.getMessage() + ")",
          "Check its permissions.");
    }
    section("scales").forEach(this::addScale);
    section("frameworks").forEach(this::addFramework);
    List<Line> lines = unique("line", section("lines"), this::line);
    List<Scope> scopes = unique("scope", section("scopes"), this::scope);
    List<VisitType> visitTypes = unique("visit_type", section("visit_types"), this::visitType);
    checkVisitWordings(visitTypes);
    if (!files.isEmpty() && scopes.stream().allMatch(scope -> scope.frameworks().contains(false))) {
      problems.add(FOLDER, 0, "no scope counts every framework", "Add one with 'frameworks: all'.");
    }
    if (!files.isEmpty() && section("frameworks").isEmpty()) {
      problems.add(FOLDER, 0, "no file has a framework", "Add a file with 'frameworks:'.");
    }
    return new Loaded(List.copyOf(frameworks.values()), lines, scopes, visitTypes);
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
            "the " + name + " '" + node.text(name) + "' stands twice", "Keep one of the two.");
      }
      entries.add(entry.read(node, entries.size()));
    }
    return List.copyOf(entries);
  }

  private void addScale(YamlNode node) {
    node.allow(Set.of("scale", "label", "grades", "pass_mark", "pass_name", "pass_label"));
    List<Grade> grades = new ArrayList<>();
    for (YamlNode grade : node.nodes("grades")) {
      grade.allow(Set.of("grade", "label"));
      grades.add(new Grade(grade.text("grade"), grade.text("label"), grades.size() + 1));
    }
    List<String> keys = grades.stream().map(Grade::key).toList();
    if (keys.isEmpty()) {
      node.problem("the scale has no grades", "List them under 'grades', best first.");
    } else if (new HashSet<>(keys).size() < keys.size()) {
      node.problem("a grade stands twice in " + keys, "Keep one of the two.");
    }
    String passMark = node.text("pass_mark");
    if (!keys.contains(passMark)) {
      node.problemAt(
          "pass_mark",
          "the pass mark '" + passMark + "' is none of the grades " + keys,
          "Name one of them.");
    }
    Scale scale =
        new Scale(
            node.text("scale"),
            node.text("label"),
            List.copyOf(grades),
            keys.indexOf(passMark) + 1,
            node.text("pass_name"),
            node.text("pass_label"));
    if (scales.put(scale.key(), scale) != null) {
      node.problem("the scale '" + scale.key() + "' stands twice", "Keep one of the two.");
    }
  }

  private void addFramework(YamlNode node) {
    node.allow(
        Set.of("framework", "label", "coverage", "scale", "start_date", "areas", "wordings"));
    String named = node.text("scale");
    Scale scale = scales.get(named);
    if (scale == null) {
      if (!named.isEmpty()) {
        node.problemAt(
            "scale",
            "the scale '" + named + "' is not known",
            "Known are " + scales.keySet() + ".");
      }
      return;
    }
    List<Area> areas = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (YamlNode area : node.nodes("areas")) {
      areas.add(area(area.allow(Set.of("area", "label", "from", "until")), areas.size()));
      if (!keys.add(area.text("area"))) {
        area.problem("the area '" + area.text("area") + "' stands twice", "Keep one of the two.");
      }
    }
    if (areas.isEmpty()) {
      node.problem("the framework has no areas", "List what it judges under 'areas'.");
    }
    Framework framework =
        new Framework(
            frameworks.size(),
            node.text("framework"),
            node.text("label"),
            node.oneOf("coverage", List.of("full", "partial")).equals("full"),
            scale,
            node.oneOf("start_date", List.of("usual", "unknown")).equals("usual"),
            List.copyOf(areas),
            Map.copyOf(wordings(node, scale)));
    if (!framework.key().equals(Wording.of(framework.key()))) {
      node.problem(
          "the key '" + framework.key() + "' is not in lower case", "Write keys in lower case.");
    }
    if (frameworks.put(framework.key(), framework) != null) {
      node.problem("the framework '" + framework.key() + "' stands twice", "Keep one of the two.");
    }
  }

  private static Area area(YamlNode node, int position) {
    LocalDate from = node.day("from");
    LocalDate until = node.day("until");
    if (from != null && until != null && !from.isBefore(until)) {
      node.problem(
          "'from' " + from + " is not before 'until' " + until,
          "Give the first day, then the day after the last.");
    }
    return new Area(position, node.text("area"), node.text("label"), from, until);
  }

  /** Every grade can be written by its own key; what one wording means must be one grade. */
  private static Map<String, Integer> wordings(YamlNode node, Scale scale) {
    Map<String, Integer> ranks = new HashMap<>();
    ranks.put(Scale.NOT_JUDGED_KEY, Scale.NOT_JUDGED);
    scale.grades().forEach(grade -> ranks.put(Wording.of(grade.key()), grade.rank()));
    Map<String, Integer> outcomes = new HashMap<>(ranks);
    YamlNode wordings = node.child("wordings");
    if (wordings == null) {
      node.problem("'wordings' is missing", "List the printed wordings of each grade.");
      return outcomes;
    }
    for (String grade : wordings.keys()) {
      Integer rank = ranks.get(grade);
      if (rank == null) {
        wordings.problemAt(
            grade,
            "'" + grade + "' is no grade of the scale '" + scale.key() + "'",
            "Known are " + ranks.keySet().stream().sorted().toList() + ".");
        continue;
      }
      for (String wording : wordings.texts(grade)) {
        Integer before = outcomes.put(Wording.of(wording), rank);
        if (before != null && !before.equals(rank)) {
          wordings.problemAt(
              grade,
              "the wording '" + wording + "' stands for two grades",
              "Keep it under one of them.");
        }
      }
    }
    return outcomes;
  }

  private Line line(YamlNode node, int position) {
    node.allow(Set.of("line", "label", "phrase", "members"));
    List<Line.Member> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode member : node.nodes("members")) {
      member.allow(Set.of("framework", "area", "definition_changed"));
      Framework framework = frameworks.get(member.text("framework"));
      Area area = framework == null ? null : framework.area(member.text("area"));
      if (framework == null) {
        member.problem(
            "the framework '" + member.text("framework") + "' is not known",
            "Known are " + frameworks.keySet() + ".");
      } else if (area == null) {
        member.problem(
            "the area '" + member.text("area") + "' is not one of " + framework.key(),
            "Its areas are " + framework.areas().stream().map(Area::key).toList() + ".");
      } else if (!seen.add(framework.key())) {
        member.problem("the line follows two areas of " + framework.key(), "Keep one of the two.");
      } else {
        members.add(new Line.Member(framework, area, definitionChanges(member)));
      }
    }
    List<Scale> lineScales =
        members.stream().map(member -> member.framework().scale()).distinct().toList();
    if (node.nodes("members").isEmpty()) {
      node.problem("the line follows no area", "List what it follows under 'members'.");
    } else if (lineScales.size() > 1) {
      node.problem(
          "the members of a line must share one scale, and these have "
              + lineScales.stream().map(Scale::key).toList(),
          "Follow areas of one scale.");
    }
    Scale scale =
        lineScales.isEmpty() ? new Scale("", "", List.of(), 0, "", "") : lineScales.get(0);
    return new Line(
        position,
        node.text("line"),
        node.text("label"),
        node.text("phrase"),
        scale,
        List.copyOf(members));
  }

  private List<LocalDate> definitionChanges(YamlNode member) {
    return member.texts("definition_changed").stream()
        .map(text -> member.day("definition_changed", text))
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private Scope scope(YamlNode node, int position) {
    node.allow(Set.of("scope", "label", "frameworks", "geography_levels"));
    boolean all =
        node.has("frameworks")
            && !node.isList("frameworks")
            && node.text("frameworks").equals("all");
    List<String> named = all ? List.copyOf(frameworks.keySet()) : node.texts("frameworks");
    for (String key : named) {
      if (!frameworks.containsKey(key)) {
        node.problem(
            "the framework '" + key + "' is not known", "Known are " + frameworks.keySet() + ".");
      }
    }
    if (named.isEmpty()) {
      node.problem(
          "the scope counts no framework", "List them under 'frameworks', or write 'all'.");
    }
    List<String> levels = node.texts("geography_levels");
    if (!levels.contains(Geography.NATIONAL) || !LEVELS.containsAll(levels)) {
      node.problem(
          "the geography levels are " + levels,
          "List some of " + LEVELS + ", national among them.");
    }
    List<Boolean> counted = frameworks.keySet().stream().map(named::contains).toList();
    return new Scope(position, node.text("scope"), node.text("label"), counted, levels);
  }

  private VisitType visitType(YamlNode node, int position) {
    node.allow(Set.of("visit_type", "wordings"));
    Set<String> wordings = new HashSet<>(Set.of(Wording.of(node.text("visit_type"))));
    node.texts("wordings").forEach(wording -> wordings.add(Wording.of(wording)));
    return new VisitType(node.text("visit_type"), Set.copyOf(wordings));
  }

  private void checkVisitWordings(List<VisitType> visitTypes) {
    Map<String, String> meanings = new HashMap<>();
    for (VisitType visitType : visitTypes) {
      for (String wording : visitType.wordings()) {
        String other = meanings.put(wording, visitType.key());
        if (other != null && !other.equals(visitType.key())) {
          problems.add(
              FOLDER,
              0,
              "the wording '"
                  + wording
                  + "' stands for two visit types, "
                  + other
                  + " and "
                  + visitType.key(),
              "Keep it under one of them.");
        }
      }
    }
  }
}
