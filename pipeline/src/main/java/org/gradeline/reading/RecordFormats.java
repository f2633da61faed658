package org.gradeline.reading;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The formats that are registered, in the order of their keys. They are found with the class loader
 * of {@link RecordFormat}, so that a cluster's workers find them too. Any thread can ask.
 */
public final class RecordFormats {
  private static final List<RecordFormat> REGISTERED = load(RecordFormat.class.getClassLoader());

  private RecordFormats() {}

  /**
   * The formats that a class loader finds.
   *
   * @throws IllegalStateException when two of them share a key or an ending
   */
  static List<RecordFormat> load(@Nullable ClassLoader loader) {
    List<RecordFormat> formats =
        ServiceLoader.load(RecordFormat.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(RecordFormat::key))
            .toList();
    Set<String> names = new HashSet<>();
    for (RecordFormat format : formats) {
      if (!names.add(format.key())
          || !format.endings().stream().allMatch(names::add)
          || !format.refusedEndings().stream().allMatch(names::add)) {
        throw new IllegalStateException(
            "the format '" + format.key() + "' shares its key or an ending with another format");
      }
    }
    return formats;
  }

  /**
   * The format of a key.
   *
   * @throws IllegalArgumentException when no format has this key
   */
  public static RecordFormat of(String key) {
    return REGISTERED.stream()
        .filter(format -> format.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the format '" + key + "' is not registered"));
  }

  /** The format of a file of this name; null when no format takes it. */
  static @Nullable RecordFormat ofFile(String fileName) {
    if (isLock(fileName)) {
      return null;
    }
    for (RecordFormat format : REGISTERED) {
      if (format.takes(fileName)) {
        return format;
      }
    }
    return null;
  }

  /** A spreadsheet program leaves a lock file beside an open workbook: "~$" and its name. */
  static boolean isLock(String fileName) {
    return fileName.substring(fileName.lastIndexOf('/') + 1).startsWith("~$");
  }

  /** The endings of all formats for a message, such as {@code .csv, .json or .jsonl}. */
  public static String endingsInWords() {
    return inWords(REGISTERED.stream().flatMap(format -> format.endings().stream()).toList());
  }

  static String inWords(List<String> endings) {
    int last = endings.size() - 1;
    return last <= 0
        ? String.join("", endings)
        : String.join(", ", endings.subList(0, last)) + " or " + endings.get(last);
  }
}
