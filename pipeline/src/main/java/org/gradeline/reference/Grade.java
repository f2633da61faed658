package org.gradeline.reference;

import java.io.Serializable;

/**
 * A grade of a scale.
 *
 * @param key its name in tables
 * @param label its name in sentences
 * @param rank its place in the scale, 1 being the best
 */
public record Grade(String key, String label, int rank) implements Serializable {}
