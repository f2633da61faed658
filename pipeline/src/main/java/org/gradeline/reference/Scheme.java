package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;

/**
 * A programme of inspections with its own frameworks, lines and leading lines. Schemes never touch
 * each other: an inspection of one ends, follows and counts nothing of another. Immutable.
 *
 * @param position its place among the schemes, from 0
 * @param key its name in tables
 * @param label its name in headings
 * @param phrase its name inside a sentence
 * @param inspectorate who inspects, inside a sentence
 * @param leadingLines keys of the lines that are judged today, the most important first
 */
public record Scheme(
    int position,
    String key,
    String label,
    String phrase,
    String inspectorate,
    List<String> leadingLines)
    implements Serializable {
  /** Who inspects, where the scheme does not say. */
  static final String INSPECTORATE = "the inspectorate";
}
