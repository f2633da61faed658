package org.gradeline.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scopes of {@code frameworks/*.yaml}. */
final class ScopeLoader {
  private final Map<String, Framework> frameworks;
  private final List<String> levels;

  /**
   * @param levels all levels of geography
   */
  ScopeLoader(Map<String, Framework> frameworks, List<String> levels) {
    this.frameworks = frameworks;
    this.levels = levels;
  }

  Scope scope(YamlNode node, int position) {
    node.allow(Set.of("scope", "label", "frameworks", "geography_levels"));
    List<String> named = frameworks(node);
    List<Boolean> counted = frameworks.keySet().stream().map(named::contains).toList();
    return new Scope(position, node.text("scope"), node.text("label"), counted, levels(node));
  }

  private List<String> levels(YamlNode node) {
    if (isAll(node, "geography_levels")) {
      return levels;
    }
    List<String> named = node.texts("geography_levels");
    if (!named.contains(Geography.NATIONAL) || !levels.containsAll(named)) {
      node.problem(
          "the geography levels are " + named,
          "Write 'all', or use national and any others of " + levels + ".");
    }
    return named;
  }

  private static boolean isAll(YamlNode node, String key) {
    return node.has(key) && !node.isList(key) && node.text(key).equals("all");
  }

  private List<String> frameworks(YamlNode node) {
    List<String> named =
        isAll(node, "frameworks") ? List.copyOf(frameworks.keySet()) : node.texts("frameworks");
    for (String key : named) {
      if (!frameworks.containsKey(key)) {
        node.problem(
            "the framework '" + key + "' is not known", "Use one of " + frameworks.keySet() + ".");
      }
    }
    if (named.isEmpty()) {
      node.problem("the scope has no frameworks", "List them under 'frameworks', or write 'all'.");
    }
    return named;
  }
}
