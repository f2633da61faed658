package org.gradeline.reference;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Loads and checks a file of gates.
 *
 * <pre>{@code
 * Gates gates = GateLoader.load(Path.of("data"), GateLoader.FILE);
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
   * @throws ReferenceException with everything that is wrong
   */
  public static Gates load(Path folder, String file) throws ReferenceException {
    Problems problems = new Problems();
    YamlNode root = YamlNode.read(folder, file, problems);
    Map<Gate.Figure, Gate> gates = new EnumMap<>(Gate.Figure.class);
    if (root != null) {
      if (!root.allow(Set.of("gates")).has("gates")) {
        root.problem("'gates' is missing", "List the gates under it, or delete the file.");
      }
      for (YamlNode node : root.nodes("gates")) {
        Gate gate = gate(node);
        if (gate != null && gates.put(gate.figure(), gate) != null) {
          node.problem(
              "the gate '" + gate.figure().key() + "' appears twice", "Keep one of the two.");
        }
      }
    }
    problems.throwIfAny();
    return new Gates(gates);
  }

  private static @Nullable Gate gate(YamlNode node) {
    node.allow(Set.of("gate", "limit", "severity"));
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
    return new Gate(figure, limit.getAsDouble(), severity);
  }

  private static <T> @Nullable T oneOf(YamlNode node, String key, Map<String, T> known) {
    return known.get(node.oneOf(key, known.keySet().stream().sorted().toList()));
  }
}
