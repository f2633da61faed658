package org.gradeline.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loads and checks a file of gates.
 *
 * <pre>{@code
 * Gates gates = GateLoader.load(Path.of("data"), GateLoader.FILE, reference.schemes());
 * }</pre>
 */
public final class GateLoader {
  /** The file with a data folder's own gates. */
  public static final String FILE = "gates.yaml";

  private static final Map<String, Gate.Figure> FIGURES =
      Arrays.stream(Gate.Figure.values())
          .collect(Collectors.toUnmodifiableMap(Gate.Figure::key, figure -> figure));
  private static final Map<String, Severity> SEVERITIES =
      Arrays.stream(Severity.values())
          .collect(Collectors.toUnmodifiableMap(Severity::key, severity -> severity));

  private GateLoader() {}

  /**
   * Loads a file of gates.
   *
   * @param folder the folder that messages name the file in
   * @param file the file's path in that folder
   * @param schemes the schemes that a gate can be for
   * @throws ReferenceException with everything that is wrong
   */
  public static Gates load(Path folder, String file, List<Scheme> schemes)
      throws ReferenceException {
    Problems problems = new Problems();
    YamlNode root = YamlNode.read(folder, file, problems);
    List<Gate> found = new ArrayList<>();
    if (root != null) {
      if (!root.allow(Set.of("gates")).has("gates")) {
        root.problem("'gates' is missing", "List the gates under it, or delete the file.");
      }
      for (YamlNode node : root.nodes("gates")) {
        Gate gate = gate(node, schemes);
        if (gate != null && found.stream().anyMatch(gate::isOfSameFigure)) {
          node.problem(
              "the gate '" + gate.figure().key() + "' appears twice", "Keep one of the two.");
        } else if (gate != null) {
          found.add(gate);
        }
      }
    }
    problems.throwIfAny();
    return new Gates(found);
  }

  private static @Nullable Gate gate(YamlNode node, List<Scheme> schemes) {
    node.allow(Set.of("gate", "scheme", "limit", "severity"));
    Gate.Figure figure = oneOf(node, "gate", FIGURES);
    Severity severity = node.has("severity") ? oneOf(node, "severity", SEVERITIES) : Severity.ERROR;
    String text = node.text("limit");
    if (figure == null || severity == null || !node.has("limit")) {
      return null;
    }
    OptionalDouble limit = figure.limit(text);
    if (limit.isEmpty()) {
      node.problemAt(
          "limit",
          "the limit of " + figure.key() + " is '" + text + "'",
          "Write " + figure.expected() + "; leave the gate out to turn it off.");
      return null;
    }
    return new Gate(figure, scheme(node, figure, schemes), limit.getAsDouble(), severity);
  }

  private static String scheme(YamlNode node, Gate.Figure figure, List<Scheme> schemes) {
    if (!node.has("scheme")) {
      return "";
    }
    if (!figure.isByScheme()) {
      node.problemAt("scheme", figure.key() + " is not counted by scheme", "Remove 'scheme'.");
    }
    return node.oneOf("scheme", schemes.stream().map(Scheme::key).toList());
  }

  private static <T> @Nullable T oneOf(YamlNode node, String key, Map<String, T> known) {
    return known.get(node.oneOf(key, known.keySet().stream().sorted().toList()));
  }
}
