package org.gradeline.reference;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file that knows the line number of each of its parts. A value that is missing
 * becomes a problem and an empty value, so that the rest is still checked.
 */
final class YamlNode {
  private final String file;
  private final Node node;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Long> lineNumbers = new LinkedHashMap<>();

  private YamlNode(String file, Node node, Problems problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        long lineNumber = lineNumberOf(tuple.getKeyNode());
        lineNumbers.put(key, lineNumber);
        if (values.put(key, tuple.getValueNode()) != null) {
          problems.add(file, lineNumber, "'" + key + "' appears twice", "Keep one of the two.");
        }
      }
    } else {
      problem("names and values are expected here", "Write 'name: value'.");
    }
  }

  /**
   * Reads all {@code *.yaml} of a folder, in the order of their names.
   *
   * @throws IOException when the folder cannot be listed
   */
  static List<YamlNode> readAll(Path data, String folder, Problems problems) throws IOException {
    return readAll(data, folder, problems, path -> true);
  }

  /**
   * The same without files of no bytes. A shell makes such a file when a layout is printed to it,
   * before the program that prints it starts.
   *
   * @throws IOException when the folder cannot be listed
   */
  static List<YamlNode> readAllFilled(Path data, String folder, Problems problems)
      throws IOException {
    return readAll(data, folder, problems, path -> path.toFile().length() > 0);
  }

  private static List<YamlNode> readAll(
      Path data, String folder, Problems problems, Predicate<Path> which) throws IOException {
    try (Stream<Path> paths = Files.list(data.resolve(folder))) {
      return paths
          .filter(which)
          .map(path -> Objects.toString(path.getFileName()))
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .map(name -> read(data, folder + "/" + name, problems))
          .filter(Objects::nonNull)
          .toList();
    }
  }

  /** Reads a file; null when it is empty or cannot be read, which is a problem. */
  static @Nullable YamlNode read(Path data, String file, Problems problems) {
    try (Reader reader = Files.newBufferedReader(data.resolve(file))) {
      Node root = new Yaml(new LoaderOptions()).compose(reader);
      if (root == null) {
        problems.add(file, 0, "the file is empty", "Fill it, or delete it.");
        return null;
      }
      return new YamlNode(file, root, problems);
    } catch (MarkedYAMLException e) {
      long lineNumber = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      problems.add(
          file,
          lineNumber,
          "the file is not valid YAML (" + e.getProblem() + ")",
          "Fix the line or the one above it.");
    } catch (YAMLException e) {
      unreadable(file, e.getCause() instanceof IOException cause ? cause : e, problems);
    } catch (IOException e) {
      unreadable(file, e, problems);
    }
    return null;
  }

  private static void unreadable(String file, Exception e, Problems problems) {
    if (e instanceof IOException failure) {
      MachineLimit.requireNotReached(failure);
    }
    if (e instanceof CharacterCodingException) {
      problems.add(file, 0, "the file is not UTF-8", "Save it as UTF-8.");
    } else {
      problems.add(
          file,
          0,
          "the file cannot be read (" + e.getMessage() + ")",
          "Check that it is a text file, and its permissions.");
    }
  }

  long lineNumber() {
    return lineNumberOf(node);
  }

  void problem(String message, String remedy) {
    problems.add(file, lineNumber(), message, remedy);
  }

  /** A problem with the value of a name. */
  void problemAt(String key, String message, String remedy) {
    problems.add(file, lineNumberOf(key), message, remedy);
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  boolean isList(String key) {
    return values.get(key) instanceof SequenceNode;
  }

  /**
   * Every name in this mapping must be one of the known ones: nothing would read a misspelt one.
   *
   * @return this mapping
   */
  YamlNode allow(Set<String> known) {
    List<String> sorted = known.stream().sorted().toList();
    for (String key : lineNumbers.keySet()) {
      if (!known.contains(key)) {
        unknown(key, "'" + key + "' is not known here", key, sorted);
      }
    }
    return this;
  }

  /** A problem with the value of a name: it is not one of the known ones. */
  void unknown(String key, String message, String given, Collection<String> known) {
    List<String> nearest = Nearest.to(given, known, 1);
    problemAt(
        key,
        message,
        nearest.isEmpty() ? "Use one of " + known + "." : "Did you mean '" + nearest.get(0) + "'?");
  }

  /** The mappings of a list; empty when there is none. */
  List<YamlNode> nodes(String key) {
    List<YamlNode> nodes = new ArrayList<>();
    for (Node item : items(key)) {
      nodes.add(new YamlNode(file, item, problems));
    }
    return nodes;
  }

  /** The mapping of a name, or null. */
  @Nullable YamlNode child(String key) {
    Node value = values.get(key);
    return value == null ? null : new YamlNode(file, value, problems);
  }

  /** The names of this mapping. */
  Set<String> keys() {
    return values.keySet();
  }

  /** The texts of a list; empty when there is none. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key)) {
      texts.add(scalar(key, item));
    }
    return texts;
  }

  /** The texts of a list, or of a single value; empty when there is none. */
  List<String> oneOrMore(String key) {
    return has(key) && !isList(key) ? List.of(text(key)) : texts(key);
  }

  /** Name of its file, without folder and ending. */
  String fileName() {
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.ya?ml$", "");
  }

  /** Whether a name has the value true; false when it is left out. */
  boolean isTrue(String key) {
    return has(key) && oneOf(key, List.of("true", "false")).equals("true");
  }

  /** A whole number from 0; 0 when it is left out. */
  int count(String key) {
    String text = has(key) ? text(key) : "0";
    if (!text.matches("[0-9]{1,9}")) {
      problemAt(key, "'" + key + "' is '" + text + "'", "Write a whole number.");
      return 0;
    }
    return Integer.parseInt(text);
  }

  /** A text that must be there; empty when it is missing or blank, which is a problem. */
  String text(String key) {
    Node value = values.get(key);
    if (value == null) {
      problem("'" + key + "' is missing", "Add it.");
      return "";
    }
    String text = scalar(key, value);
    if (value instanceof ScalarNode && text.isBlank()) {
      problemAt(key, "'" + key + "' is blank", "Fill it in.");
    }
    return text;
  }

  /** A text that must be one of those allowed. */
  String oneOf(String key, List<String> allowed) {
    String text = text(key);
    if (has(key) && !allowed.contains(text)) {
      problemAt(key, "'" + key + "' is '" + text + "'", "It must be one of " + allowed + ".");
    }
    return text;
  }

  /** A day that may be left out. */
  @Nullable LocalDate day(String key) {
    Node value = values.get(key);
    return value == null ? null : day(key, scalar(key, value));
  }

  /** Reads a day that is a value of a name. */
  @Nullable LocalDate day(String key, String text) {
    return problems.inspectionDay(file, lineNumberOf(key), key, text);
  }

  private List<Node> items(String key) {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problems.add(
        file,
        lineNumberOf(value),
        "'" + key + "' is not a list",
        "Write [a, b], or '- a' on a line of its own.");
    return List.of();
  }

  private String scalar(String key, Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problems.add(
        file, lineNumberOf(value), "'" + key + "' is not a single value", "Write one value.");
    return "";
  }

  private long lineNumberOf(String key) {
    return lineNumbers.getOrDefault(key, lineNumber());
  }

  private static long lineNumberOf(Node node) {
    return node.getStartMark().getLine() + 1L;
  }
}
