package org.gradeline.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the schemes of {@code frameworks/*.yaml}. A framework whose file names no scheme belongs to
 * a scheme of its file's name, so that a new inspectorate's file never meddles with another scheme.
 */
final class SchemeLoader {
  private final Map<String, Scheme> schemes = new LinkedHashMap<>();

  SchemeLoader(List<YamlNode> nodes) {
    for (YamlNode node : nodes) {
      node.allow(Set.of("scheme", "label", "phrase", "inspectorate", "leading_lines"));
      String key = node.text("scheme");
      Scheme scheme =
          new Scheme(
              schemes.size(),
              key,
              node.text("label"),
              node.has("phrase") ? node.text("phrase") : node.text("label"),
              node.has("inspectorate") ? node.text("inspectorate") : Scheme.INSPECTORATE,
              List.copyOf(node.texts("leading_lines")));
      if (schemes.put(key, scheme) != null) {
        node.problem("the scheme '" + key + "' appears twice", "Keep one of the two.");
      }
    }
  }

  /** The scheme that an entry names, or that of its file. */
  Scheme schemeOf(YamlNode node) {
    if (!node.has("scheme")) {
      String key = node.fileName();
      return schemes.computeIfAbsent(
          key,
          name ->
              new Scheme(
                  schemes.size(),
                  name,
                  name.replace('_', ' '),
                  name,
                  Scheme.INSPECTORATE,
                  List.of()));
    }
    String key = node.text("scheme");
    Scheme scheme = schemes.get(key);
    if (scheme == null) {
      node.problemAt(
          "scheme",
          "the scheme '" + key + "' is not known",
          "Use one of " + schemes.keySet() + ", or add it under 'schemes'.");
      return new Scheme(0, key, key, key, Scheme.INSPECTORATE, List.of());
    }
    return scheme;
  }

  /** All schemes, those with entries of their own first. */
  List<Scheme> schemes() {
    return List.copyOf(schemes.values());
  }

  /** Leading lines must be lines of the scheme; without any, all its lines lead. */
  void checkLeadingLines(List<YamlNode> nodes, List<Line> lines) {
    for (YamlNode node : nodes) {
      String scheme = node.text("scheme");
      List<String> known =
          lines.stream().filter(line -> line.scheme().key().equals(scheme)).map(Line::key).toList();
      for (String line : node.texts("leading_lines")) {
        if (!known.contains(line)) {
          node.problemAt(
              "leading_lines",
              "'" + line + "' is not a line of the scheme '" + scheme + "'",
              "Use one of " + known + ".");
        }
      }
    }
  }
}
