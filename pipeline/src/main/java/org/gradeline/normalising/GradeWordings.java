package org.gradeline.normalising;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.Scale;
import org.gradeline.reference.Wording;
import org.jspecify.annotations.Nullable;

/** The wordings of a framework's grades, by which printed grades are read. */
final class GradeWordings {
  private static final String TO = "to ";
  private static final Pattern ABBREVIATION = Pattern.compile("[a-z]{2,5}(_[0-9]+)?");

  /** What a program adds to a score that is a whole number. */
  private static final Pattern ZEROS = Pattern.compile("(?<=^\\d{1,9})\\.0+$");

  private final Framework framework;

  /** Rank of each wording of the scale. */
  private final Map<String, Integer> wordings;

  private final Map<String, Integer> capitalised = new HashMap<>();
  private final Map<String, Integer> squeezed = new HashMap<>();

  /** Wordings of the same scale that other frameworks have and this one does not. */
  private final Map<String, Integer> elsewhere = new HashMap<>();

  /**
   * A grade that was read.
   *
   * @param rank its rank, or that of "not judged"
   * @param repair the repair that it took, or null
   * @param repaired the text after the repair
   */
  record GradeReading(int rank, @Nullable IssueType repair, String repaired) {}

  /**
   * The wordings of the framework's own scale.
   *
   * @param framework the framework
   * @param all the frameworks of the run
   */
  GradeWordings(Framework framework, List<Framework> all) {
    this(framework, framework.scale(), all);
  }

  /**
   * @param framework the framework
   * @param scale its own scale, or that of some of its areas
   * @param all the frameworks of the run
   */
  GradeWordings(Framework framework, Scale scale, List<Framework> all) {
    this.framework = framework;
    this.wordings = framework.wordings(scale);
    all.forEach(other -> elsewhere.putAll(other.wordings(scale)));
    elsewhere.keySet().removeAll(wordings.keySet());
    wordings.forEach(
        (wording, rank) -> {
          String printed = capitalised(wording);
          if (Wording.of(printed).equals(wording)) {
            capitalised.put(printed, rank);
          }
        });
    // A text without spaces that could mean two grades repairs nothing.
    Set<String> ambiguous = new HashSet<>();
    wordings.forEach(
        (wording, rank) -> {
          String letters = Wording.squeezed(wording);
          Integer other = squeezed.putIfAbsent(letters, rank);
          if (other != null && !other.equals(rank)) {
            ambiguous.add(letters);
          }
        });
    squeezed.keySet().removeAll(ambiguous);
  }

  /**
   * Reads a grade: as a wording of the framework, else without a stray leading "to", else as a
   * score without decimals, else with its words made whole.
   *
   * @param area the area, for the issue
   * @param printed the grade as printed
   */
  Parsed<GradeReading> read(String area, String printed) {
    // Nearly all grades are printed with a capital letter: they need no normal form.
    Integer rank = capitalised.get(printed);
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, null, printed));
    }
    String form = Wording.of(printed);
    rank = wordings.get(form);
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, null, printed));
    }
    String rest = form.startsWith(TO) ? form.substring(TO.length()) : form;
    rank = wordings.get(rest);
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, IssueType.LEADING_TO, rest));
    }
    String whole = ZEROS.matcher(form).replaceFirst("");
    rank = framework.wordings().get(whole);
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, IssueType.WHOLE_NUMBER, whole));
    }
    rank = squeezed.get(Wording.squeezed(rest));
    if (rank != null) {
      return Parsed.valid(new GradeReading(rank, IssueType.INNER_SPACE, whole(rest, rank)));
    }
    String suggestion = suggestion(form);
    return Parsed.invalid(
        IssueType.UNKNOWN_GRADE,
        area,
        printed,
        "'"
            + printed.strip()
            + "' is not "
            + gradeOf(framework.key())
            + ". "
            + (suggestion.isEmpty()
                ? "Write one of: " + String.join(", ", printed()) + "."
                : "Did you mean '" + suggestion + "'?"),
        suggestion);
  }

  /**
   * What was probably meant, as it is printed in full: the same grade as in another framework, or
   * the one that is spelt most like it.
   */
  private String suggestion(String form) {
    Integer rank = elsewhere.get(form);
    if (rank != null) {
      return fullest(rank, "");
    }
    List<String> nearest = Nearest.to(form, wordings.keySet(), 1);
    return nearest.isEmpty() ? "" : fullest(wordings.get(nearest.get(0)), nearest.get(0));
  }

  /** The wordings as printed. */
  private List<String> printed() {
    return framework.printedWordings().stream()
        .filter(wording -> wordings.containsKey(Wording.of(wording)))
        .toList();
  }

  /** The longest wording of a grade that begins like this; the beginning itself without one. */
  private String fullest(@Nullable Integer rank, String beginning) {
    return printed().stream()
        .filter(wording -> Wording.of(wording).startsWith(beginning))
        .filter(wording -> Objects.equals(wordings.get(Wording.of(wording)), rank))
        .max(Comparator.comparingInt(String::length))
        .orElse(beginning);
  }

  /** A short key is read as an abbreviation: "an ILACS grade"; a long one as a name. */
  private static String gradeOf(String key) {
    return ABBREVIATION.matcher(key).matches()
        ? withArticle(key.toUpperCase(Locale.ROOT).replace('_', ' ')) + " grade"
        : "a grade of " + key;
  }

  /** Names that have no vowel are spelt out: a SIF, but an LSCB. */
  private static String withArticle(String name) {
    return (name.matches("[AEIOU].*|[FHLMNRSX][^AEIOUY ]*") ? "an " : "a ") + name;
  }

  private static String capitalised(String wording) {
    int first = wording.isEmpty() ? 0 : 1;
    return wording.substring(0, first).toUpperCase(Locale.ROOT) + wording.substring(first);
  }

  private String whole(String broken, int rank) {
    String letters = Wording.squeezed(broken);
    return wordings.entrySet().stream()
        .filter(
            wording ->
                wording.getValue() == rank && Wording.squeezed(wording.getKey()).equals(letters))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(broken);
  }
}
