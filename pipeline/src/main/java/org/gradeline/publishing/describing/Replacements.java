package org.gradeline.publishing.describing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradeline.reference.Council;
import org.gradeline.reference.Reference;

/**
 * What a run left out of its counts, and which files it took in place of the data folder's own, in
 * sentences: without them, figures that differ from other reports would mislead.
 */
final class Replacements {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** What Markdown or HTML would take for more than a name; an underscore in a name is none. */
  private static final Pattern MARK = Pattern.compile("[\\\\`*<\\[&]");

  private Replacements() {}

  /**
   * The sentences, none where the run used the data folder as it is. Files are named without their
   * folders, which are nobody else's business.
   *
   * @param options the run's options in force, by name
   * @param reference the run's reference data
   */
  static List<String> sentences(Map<String, String> options, Reference reference) {
    return Stream.of(
            leftOut(reference),
            named(options, "input")
                .map(
                    inputs ->
                        "Records: named by `--input`, in place of the data folder's own. `run.json`"
                            + " lists them."),
            file(options, "neighbours", "Statistical neighbours"),
            file(options, "groupings", "Groups of councils"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> leftOut(Reference reference) {
    return Optional.of(
            reference.councils().all().stream()
                .filter(council -> !reference.counts(council))
                .map(Replacements::name)
                .collect(Collectors.joining(", ")))
        .filter(names -> !names.isEmpty())
        .map(names -> "Left out of all counts: " + names + ".");
  }

  private static String name(Council council) {
    return council.name() + " (" + council.laCode() + ")";
  }

  private static Optional<String> file(Map<String, String> options, String option, String what) {
    return named(options, option)
        .map(
            file -> {
              String name = Objects.toString(Path.of(file).getFileName(), "");
              String shown =
                  MARK.matcher(CONTROL.matcher(name).replaceAll("?")).replaceAll("\\\\$0");
              return what + ": " + shown + " in place of the data folder's own.";
            });
  }

  private static Optional<String> named(Map<String, String> options, String option) {
    return Optional.ofNullable(options.get(option)).filter(value -> !value.isEmpty());
  }
}
