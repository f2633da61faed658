package org.gradeline.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scopes of {@code frameworks/*.yaml}. */
final class ScopeLoader {
  private static final List<String> LEVELS =
      List.of(
          Geography.NATIONAL, Geography.REGION, Geography.OFSTED_REGION, Geography.COUNCIL_TYPE);

  private final Map<String, Framework> frameworks;

  ScopeLoader(Map<String, Framework> frameworks) {
    this.frameworks = frameworks;
  }

  Scope scope(YamlNode node, int position) {
    node.allow(Set.of("scope", "label", "frameworks", "geography_levels"));
    List<String> named = frameworks(node);
    List<String> levels = node.texts("geography_levels");
    if (!levels.contains(Geography.NATIONAL) || !LEVELS.containsAll(levels)) {
      node.problem(
          "the geography levels are " + levels, "Use national, and any others of " + LEVELS + ".");
    }
    List<Boolean> counted = frameworks.keySet().stream().map(named::contains).toList();
    return new Scope(position, node.text("scope"), node.text("label"), counted, levels);
  }

  private List<String> frameworks(YamlNode node) {
    boolean all =
        node.has("frameworks")
            && !node.isList("frameworks")
            && node.text("frameworks").equals("all");
    List<String> named = all ? List.copyOf(frameworks.keySet()) : node.texts("frameworks");
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
