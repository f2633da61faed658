package org.gradeline.cli.defaults;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.cli.messages.LinePrinter;

/**
 * A file of defaults: {@code option = value} or {@code command.option = value} in each line, blank
 * lines, and comments after {@code #}. A value is taken as it stands, without escapes, so that a
 * path of any system is one.
 *
 * @param settings what it sets
 * @param problems what is wrong with it, each with its place and what to do
 */
record SettingsFile(List<Setting> settings, List<String> problems) {
  static final String NAME = "gradeline.properties";

  private static final char BYTE_ORDER_MARK = '\ufeff';
  private static final long MAX_BYTES = 1 << 20;

  /** The file of a folder; where there is none, it sets nothing. */
  static SettingsFile in(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return new SettingsFile(List.of(), List.of());
    }
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
        return unreadable("it is not a text file of options. Rename it");
      }
      return of(Files.readAllLines(file));
    } catch (CharacterCodingException e) {
      return unreadable("it is not UTF-8. Save it as UTF-8");
    } catch (AccessDeniedException e) {
      return unreadable("permission is denied. Allow reading it, or remove it");
    } catch (IOException e) {
      return unreadable(e.getMessage() + ". Get a new copy of the file, or remove it");
    }
  }

  private static SettingsFile unreadable(String reason) {
    return new SettingsFile(
        List.of(), List.of(NAME + ": the file cannot be read: " + reason + "."));
  }

  static SettingsFile of(List<String> lines) {
    List<Setting> settings = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, Integer> known = new HashMap<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      String text = (line.indexOf(BYTE_ORDER_MARK) == 0 ? line.substring(1) : line).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String place = NAME + ":" + number;
      int equals = text.indexOf('=');
      if (equals < 1) {
        problems.add(
            place
                + ": the line is not 'option = value'. Write for example 'reports = my-reports',"
                + " and # before a comment.");
        continue;
      }
      String key = text.substring(0, equals).strip();
      Integer before = known.putIfAbsent(key, number);
      if (before != null) {
        problems.add(
            "%s: '%s' is in line %d already. Remove one of the two."
                .formatted(place, LinePrinter.printable(key), before));
      }
      settings.add(setting(key, text.substring(equals + 1).strip(), place, number));
    }
    return new SettingsFile(List.copyOf(settings), List.copyOf(problems));
  }

  private static Setting setting(String key, String value, String place, int number) {
    int dot = key.indexOf('.');
    return new Setting(
        key.substring(dot + 1),
        dot < 0 ? "" : key.substring(0, dot),
        value,
        place,
        NAME + ", line " + number);
  }
}
