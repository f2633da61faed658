package org.gradeline.reading;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/**
 * A format of record files: which files have it, where they can be cut, and how they are read.
 *
 * <p>A format is one package and one line: a public class with a public constructor that takes
 * nothing, and its name in {@code META-INF/services/org.gradeline.reading.RecordFormat}. Nothing
 * else names it. A format has no state, so any thread can use it.
 *
 * <pre>{@code
 * public final class PipesFormat implements RecordFormat {
 *   public String key() { return "pipes"; }
 *   public List<String> endings() { return List.of(".psv"); }
 *   public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries) { ... }
 * }
 * }</pre>
 */
public interface RecordFormat {

  /** Its name in sources and lineage, in lower case: no two formats have the same. */
  String key();

  /** How the names of its files end, in lower case: no two formats have the same. */
  List<String> endings();

  /**
   * How the names of related files end, in lower case, which are taken only to say what to do with
   * them.
   */
  default List<String> refusedEndings() {
    return List.of();
  }

  /**
   * Whether its files are text. Then a file that is a zip, a workbook, a web page or the like is
   * reported before it is read; other formats say so themselves.
   */
  default boolean isText() {
    return true;
  }

  /** Whether a file of this name has this format. A further {@code .gz} does not matter. */
  default boolean takes(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String plain =
        Source.isGzip(name) ? name.substring(0, name.length() - Source.GZIP.length()) : name;
    return endings().stream().anyMatch(plain::endsWith)
        || refusedEndings().stream().anyMatch(plain::endsWith);
  }

  /**
   * The tables of a file. A format whose files are one table each leaves this out.
   *
   * @param file the file as a whole
   * @param layouts the layouts that tables can have
   */
  default FileTables tables(Source file, Layouts layouts) {
    return FileTables.ONE;
  }

  /**
   * Where the records of a source that is not compressed end, so that it can be cut into slices
   * that are read at the same time. A format whose files cannot be cut leaves this out: each of its
   * sources is one slice.
   *
   * @param source the source
   * @param layouts the layouts that the file can have
   */
  default Optional<RecordEnd> recordEnd(Source source, Layouts layouts) {
    return Optional.empty();
  }

  /**
   * Reads a slice, and hands on each record and each place that gives none, in their order.
   *
   * @param slice what to read
   * @param layouts the layouts that the file can have
   * @param entries takes each record and each unreadable place
   * @return the columns or keys that are neither field nor area
   * @throws IOException when the file cannot be opened or read at all
   */
  Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries) throws IOException;

  /**
   * The layout of a source; null when it has none of them or cannot be read. A format whose files
   * have no header leaves this out.
   */
  default @Nullable Layout layoutOf(Source source, Layouts layouts) {
    return null;
  }

  /**
   * The tables of a source with their first rows. A format whose files have no columns leaves this
   * out.
   *
   * @param source the source
   * @param rows how many rows of each table to give at most
   * @throws IOException when the file cannot be opened or read at all
   */
  default List<TableStart> starts(Source source, int rows) throws IOException {
    return List.of();
  }
}
