package org.gradeline.reference;

import java.nio.file.Path;

/** The project's own data folder, which most tests read: real cases first. */
public final class ProjectData {
  /** The folder, as seen from the module's folder, in which tests run. */
  public static final Path FOLDER = Path.of("..", "data");

  private static final Reference REFERENCE = load();

  private ProjectData() {}

  /** The project's reference data. */
  public static Reference reference() {
    return REFERENCE;
  }

  /** A council of the register. */
  public static Council council(String laCode) {
    Council council = REFERENCE.councils().byLaCode(laCode);
    if (council == null) {
      throw new IllegalArgumentException(laCode);
    }
    return council;
  }

  /** A framework. */
  public static Framework framework(String key) {
    Framework framework = REFERENCE.framework(key);
    if (framework == null) {
      throw new IllegalArgumentException(key);
    }
    return framework;
  }

  /** A line. */
  public static Line line(String key) {
    return REFERENCE.lines().stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(key));
  }

  /** A scope. */
  public static Scope scope(String key) {
    return REFERENCE.scopes().stream()
        .filter(scope -> scope.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(key));
  }

  private static Reference load() {
    try {
      return ReferenceLoader.load(FOLDER);
    } catch (ReferenceException e) {
      throw new IllegalStateException(e);
    }
  }
}
