package org.gradeline.cli.messages;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Properties;

/** The program's version and the day on which it was built, as the build recorded them. */
public final class Version {
  private static final String FILE = "/org/gradeline/version.properties";

  private Version() {}

  /** The version, such as {@code 0.1.0}. */
  public static String number() {
    return property("version");
  }

  /**
   * The day after which dates are doubted: today, or the day of the build when the clock is before
   * it and so must be wrong.
   */
  public static LocalDate today() {
    LocalDate built = LocalDate.parse(property("built").substring(0, 10));
    LocalDate clock = LocalDate.now(ZoneOffset.UTC);
    return clock.isBefore(built) ? built : clock;
  }

  private static String property(String name) {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(FILE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " is part of the program", e);
    }
    return properties.getProperty(name);
  }
}
