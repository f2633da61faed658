package org.gradeline.cli.messages;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version and the day on which it was made, from the build. */
public final class Version implements IVersionProvider {
  private static final String FILE = "/org/gradeline/version.properties";

  public static String number() {
    return property("version");
  }

  /**
   * The day behind which dates are doubted: today, or the day of the build where the clock stands
   * before it and so must be wrong.
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

  @Override
  public String[] getVersion() {
    return new String[] {"gradeline " + number()};
  }
}
