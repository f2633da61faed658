package org.gradeline.cli.defaults;

/**
 * A default that a user has set for an option.
 *
 * @param option the option's name without its dashes
 * @param command the only command that it is for; empty for every command with the option
 * @param value what it says
 * @param place where it stands, as problems begin: a variable, or a file with its line
 * @param origin the same in a sentence: {@code gradeline.properties, line 3}
 */
public record Setting(String option, String command, String value, String place, String origin) {
  /** What stands between the values of an option that may be repeated. */
  public static final String SEPARATOR = ";";

  /** Whether it is from the environment. */
  boolean isVariable() {
    return place.startsWith(Defaults.PREFIX);
  }

  /** Whether it turns an option without a value on or off. */
  public boolean isTrueOrFalse() {
    return value.equals("true") || value.equals("false");
  }
}
