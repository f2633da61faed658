package org.gradeline.story;

import java.util.ArrayList;
import java.util.List;

/**
 * A chapter of a story. Immutable.
 *
 * @param heading what it is about
 * @param rows a small table before the sentences, its header first; empty without one
 * @param sentences what it says, each a sentence or a paragraph that can be quoted
 */
public record Chapter(String heading, List<List<String>> rows, List<String> sentences) {
  private static final String INDENT = "  ";

  /** A chapter of sentences alone. */
  static Chapter of(String heading, List<String> sentences) {
    return new Chapter(heading, List.of(), sentences);
  }

  /** The chapter as lines of text, the table in columns. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(heading));
    TextColumns.lines(rows).forEach(row -> lines.add(INDENT + row));
    sentences.forEach(sentence -> lines.add(INDENT + sentence));
    return lines;
  }
}
