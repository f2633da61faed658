package org.gradeline.reference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** Loads {@code sources.yaml}: kinds of sources in order of precedence, highest first. */
final class SourceLoader {
  private static final String FILE = "sources.yaml";

  private SourceLoader() {}

  /** The declared kinds; none when the file does not exist. */
  static List<SourceKind> load(Path data, List<Layout> layouts, Problems problems) {
    if (!Files.exists(data.resolve(FILE))) {
      return List.of();
    }
    YamlNode file = YamlNode.read(data, FILE, problems);
    if (file == null) {
      return List.of();
    }
    List<String> known = layouts.stream().map(Layout::key).toList();
    List<SourceKind> sources = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (YamlNode node : file.allow(Set.of("sources")).nodes("sources")) {
      node.allow(Set.of("source", "layouts", "files", "others"));
      for (String layout : node.texts("layouts")) {
        if (!known.contains(layout)) {
          node.problemAt(
              "layouts", "the layout '" + layout + "' is not known", "Use one of " + known + ".");
        } else if (!taken.add(layout)) {
          node.problemAt(
              "layouts",
              "the layout '" + layout + "' belongs to two sources",
              "Keep it with one of them.");
        }
      }
      node.texts("files").forEach(glob -> checkPattern(node, glob));
      boolean others = node.isTrue("others");
      if (others && !taken.add("others")) {
        node.problemAt("others", "two sources have 'others: true'", "Keep it with one of them.");
      }
      if (!others && node.texts("layouts").isEmpty() && node.texts("files").isEmpty()) {
        node.problem(
            "the source has no files", "Give 'files', 'layouts', or 'others: true' for the rest.");
      }
      sources.add(
          new SourceKind(
              node.text("source"),
              Set.copyOf(node.texts("layouts")),
              List.copyOf(node.texts("files")),
              others));
    }
    return List.copyOf(sources);
  }

  private static void checkPattern(YamlNode node, String glob) {
    try {
      Glob.of(glob);
    } catch (PatternSyntaxException e) {
      node.problemAt(
          "files",
          "'" + glob + "' is not a pattern (" + e.getDescription() + ")",
          "Write a file name, with * or ? for the parts that vary.");
    }
  }
}
