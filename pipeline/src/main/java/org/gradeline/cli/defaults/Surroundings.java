package org.gradeline.cli.defaults;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command is given besides its arguments.
 *
 * @param environment the environment's variables
 * @param folder the folder whose {@code gradeline.properties} holds; null for none
 */
public record Surroundings(Map<String, String> environment, @Nullable Path folder) {
  /** None: the command line says everything. */
  public static final Surroundings NONE = new Surroundings(Map.of(), null);

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /** The system property with which the launcher's own runs leave them out. */
  private static final String DEFAULTS = "gradeline.defaults";

  /** Those of this process. */
  public static Surroundings ofProcess() {
    return "none".equals(System.getProperty(DEFAULTS))
        ? NONE
        : new Surroundings(System.getenv(), Path.of(""));
  }
}
