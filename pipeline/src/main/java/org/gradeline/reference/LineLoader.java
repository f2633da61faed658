package org.gradeline.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of {@code frameworks/*.yaml}: areas followed across frameworks. */
final class LineLoader {
  /** The scale of a line without members, which is a problem. */
  private static final Scale NO_SCALE = new Scale("", "", List.of(), 0, "", "", false);

  private final Map<String, Framework> frameworks;
  private final SchemeLoader schemes;

  LineLoader(Map<String, Framework> frameworks, SchemeLoader schemes) {
    this.frameworks = frameworks;
    this.schemes = schemes;
  }

  Line line(YamlNode node, int position) {
    if (position == Line.MAX_LINES) {
      node.problem(
          "there are more than " + Line.MAX_LINES + " entries under 'lines'",
          "Remove this one and those after it.");
    }
    node.allow(Set.of("line", "scheme", "label", "phrase", "grade", "members"));
    List<Line.Member> members = members(node);
    Scale scale = commonScale(node, members);
    return new Line(
        position,
        node.text("line"),
        node.text("label"),
        node.text("phrase"),
        node.has("grade") ? node.text("grade") : Line.unnamed(node.text("phrase"), scale),
        scheme(node, members),
        scale,
        members);
  }

  /** The scheme that the line names, or that of what it follows; both must be the same. */
  private Scheme scheme(YamlNode line, List<Line.Member> members) {
    List<Scheme> followed =
        members.stream().map(member -> member.framework().scheme()).distinct().toList();
    Scheme scheme =
        line.has("scheme") || followed.isEmpty() ? schemes.schemeOf(line) : followed.get(0);
    if (followed.stream().anyMatch(other -> other.position() != scheme.position())) {
      line.problem(
          "the line '"
              + line.text("line")
              + "' of the scheme "
              + scheme.key()
              + " follows frameworks of "
              + followed.stream().map(Scheme::key).toList(),
          "Follow frameworks of one scheme.");
    }
    return scheme;
  }

  private List<Line.Member> members(YamlNode line) {
    List<Line.Member> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode node : line.nodes("members")) {
      Line.Member member = member(line, node);
      if (member != null && !seen.add(member.framework().key())) {
        node.problem(
            "the line follows two areas of " + member.framework().key(), "Keep one of the two.");
      } else if (member != null) {
        members.add(member);
      }
    }
    return List.copyOf(members);
  }

  private Line.@Nullable Member member(YamlNode lineNode, YamlNode node) {
    node.allow(Set.of("framework", "area", "judged", "definition_changed"));
    Framework framework = frameworks.get(node.text("framework"));
    if (framework == null) {
      node.problem(
          "the framework '" + node.text("framework") + "' is not known",
          "Use one of " + frameworks.keySet() + ".");
      return null;
    }
    Area area = framework.area(node.text("area"));
    if (area == null) {
      node.problem(
          "the area '" + node.text("area") + "' is not an area of " + framework.key(),
          "Use one of " + framework.areas().stream().map(Area::key).toList() + ".");
      return null;
    }
    String judged = node.has("judged") ? node.text("judged") : lineNode.text("phrase");
    return new Line.Member(framework, area, judged, definitionChanges(node));
  }

  private static List<LocalDate> definitionChanges(YamlNode member) {
    return member.texts("definition_changed").stream()
        .map(text -> member.day("definition_changed", text))
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private static Scale commonScale(YamlNode line, List<Line.Member> members) {
    List<Scale> scales = members.stream().map(member -> member.area().scale()).distinct().toList();
    if (line.nodes("members").isEmpty()) {
      line.problem("the line has no members", "List the areas that it follows under 'members'.");
    } else if (scales.size() > 1) {
      line.problem(
          "the members of the line have different scales, "
              + scales.stream().map(Scale::key).toList(),
          "Follow areas of one scale.");
    }
    return scales.isEmpty() ? NO_SCALE : scales.get(0);
  }
}
