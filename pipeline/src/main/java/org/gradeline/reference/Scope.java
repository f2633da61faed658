package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;

/**
 * Which frameworks a table counts. Immutable.
 *
 * @param position its place among the scopes, from 0
 * @param key its name in tables
 * @param label its name in headings
 * @param frameworks for each framework, by position, whether it counts
 * @param geographyLevels the levels of geography of its tables
 */
public record Scope(
    int position, String key, String label, List<Boolean> frameworks, List<String> geographyLevels)
    implements Serializable {

  /** Whether inspections under the framework count. */
  public boolean includes(Framework framework) {
    return frameworks.get(framework.position());
  }
}
