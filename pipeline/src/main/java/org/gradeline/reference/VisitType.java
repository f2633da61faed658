package org.gradeline.reference;

import java.io.Serializable;
import java.util.Set;

/**
 * A kind of event without a grade.
 *
 * @param key its name in tables
 * @param wordings inspection types that mean it, in {@link Wording#of normal form}
 */
public record VisitType(String key, Set<String> wordings) implements Serializable {}
