package org.gradeline.reference;

import java.io.Serializable;
import java.util.Set;

/**
 * A type of visit: an event that gives no grade. Immutable.
 *
 * @param key its name in tables
 * @param wordings inspection types that mean it, in {@link Wording#of normal form}
 */
public record VisitType(String key, Set<String> wordings) implements Serializable {}
