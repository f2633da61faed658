package org.gradeline.reference;

import java.io.Serializable;

/**
 * A grade of a scale. Immutable.
 *
 * @param key its name in tables
 * @param label its name in sentences
 * @param rank its place in the scale, from 1, the best
 */
public record Grade(String key, String label, int rank) implements Serializable {}
