package org.gradeline.reference;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of visit: an event that gives no grade. Immutable.
 *
 * @param key its name in tables
 * @param scheme the scheme that it belongs to; null when it is of every scheme
 * @param wordings inspection types that mean it, in {@link Wording#of normal form}
 */
public record VisitType(String key, @Nullable Scheme scheme, Set<String> wordings)
    implements Serializable {

  /** Whether it is a visit of a scheme. */
  public boolean isOf(Scheme other) {
    return scheme == null || scheme.position() == other.position();
  }
}
