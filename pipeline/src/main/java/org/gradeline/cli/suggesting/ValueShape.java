package org.gradeline.cli.suggesting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gradeline.reference.DateForm;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Wording;

/**
 * What the values of a column look like. It tells forms and numbers of values, and of the values
 * themselves only words that everybody uses for "no value": an unknown column may hold people's
 * names.
 *
 * @param filled how many cells have a value
 * @param dateForms the ways of writing dates that read all its values; empty when they are not
 *     dates
 * @param isoDates whether all its values are dates in ISO 8601
 * @param markers texts in it that usually mean "no value", as printed
 * @param notJudged texts in it that usually mean "not judged", as printed
 * @param distinct how many different values it has, without these
 * @param wholeNumbers whether these are whole numbers of at most two digits
 * @param shortest the smallest of these numbers
 * @param largest the largest of them
 * @param shortTexts whether no value is longer than a grade usually is
 */
record ValueShape(
    int filled,
    List<String> dateForms,
    boolean isoDates,
    Set<String> markers,
    Set<String> notJudged,
    int distinct,
    boolean wholeNumbers,
    int shortest,
    int largest,
    boolean shortTexts) {
  private static final int LONGEST_GRADE = 60;
  private static final int MOST_GRADES = 12;
  private static final int MOST_FORMS = 3;
  private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,2}");

  /** In the order in which they are tried: the day first, as in Britain. */
  private static final List<DateForm> FORMS =
      List.of(
              "dd/mm/yyyy",
              "d/m/yyyy",
              "dd/mm/yy",
              "d/m/yy",
              "d mmmm yyyy",
              "d mmm yyyy",
              "d-mmm-yy",
              "d-mmm-yyyy",
              "dd-mm-yyyy",
              "dd.mm.yyyy",
              "mmmm yyyy",
              "mmm yyyy",
              "mmm-yy",
              "mm/yyyy",
              "yyyy/mm/dd",
              "m/d/yyyy")
          .stream()
          .map(DateForm::of)
          .toList();

  private static final Set<String> MARKERS =
      Set.of(
          "-",
          "--",
          "n/a",
          "na",
          "nan",
          "none",
          "null",
          "nil",
          "..",
          ":",
          "[z]",
          "[x]",
          "[c]",
          "not applicable",
          "not available",
          "not known",
          "unknown",
          "tbc",
          "#n/a");

  private static final Set<String> NOT_JUDGED =
      Set.of(
          "not judged",
          "not rated",
          "no rating",
          "not assessed",
          "not graded",
          "insufficient evidence",
          "insufficient evidence to rate");

  static ValueShape of(List<String> cells) {
    List<String> filled = cells.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    List<String> values = new ArrayList<>();
    Set<String> markers = new LinkedHashSet<>();
    Set<String> notJudged = new LinkedHashSet<>();
    for (String text : filled) {
      String form = Wording.of(text);
      if (MARKERS.contains(form)) {
        markers.add(text);
      } else if (NOT_JUDGED.contains(form)) {
        notJudged.add(text);
      } else {
        values.add(text);
      }
    }
    boolean numbers =
        !values.isEmpty() && values.stream().allMatch(it -> SMALL_NUMBER.matcher(it).matches());
    List<Integer> read =
        numbers ? values.stream().map(Integer::valueOf).sorted().toList() : List.of();
    return new ValueShape(
        filled.size(),
        dateForms(values),
        !values.isEmpty() && values.stream().allMatch(it -> PartialDate.parse(it) != null),
        markers,
        notJudged,
        (int) values.stream().map(Wording::of).distinct().count(),
        numbers,
        numbers ? read.get(0) : 0,
        numbers ? read.get(read.size() - 1) : 0,
        values.stream().allMatch(it -> it.length() <= LONGEST_GRADE));
  }

  /** A few forms that read all values together, each as many as it can. */
  private static List<String> dateForms(List<String> values) {
    List<String> unread =
        new ArrayList<>(values.stream().filter(it -> PartialDate.parse(it) == null).toList());
    List<String> forms = new ArrayList<>();
    while (!unread.isEmpty() && forms.size() < MOST_FORMS) {
      DateForm best = null;
      long most = 0;
      for (DateForm form : FORMS) {
        long read = unread.stream().filter(it -> form.parse(it) != null).count();
        if (read > most) {
          best = form;
          most = read;
        }
      }
      if (best == null) {
        return List.of();
      }
      DateForm found = best;
      unread.removeIf(it -> found.parse(it) != null);
      forms.add(found.toString());
    }
    return unread.isEmpty() ? forms : List.of();
  }

  /** Whether they may be grades: few of them, short and repeated, or small numbers. */
  boolean mayBeGrades() {
    return wholeNumbers
        || (distinct > 0 && distinct <= MOST_GRADES && distinct < filled && shortTexts);
  }

  /** What they look like, in words that quote none of them. */
  String inWords() {
    if (filled == 0) {
      return "blank in the rows looked at";
    }
    if (isoDates) {
      return "dates";
    }
    if (!dateForms.isEmpty()) {
      return "dates written " + String.join(", ", dateForms);
    }
    if (wholeNumbers) {
      return "whole numbers from " + shortest + " to " + largest;
    }
    return mayBeGrades()
        ? distinct + " different short texts, repeated as grades are"
        : distinct + " different texts";
  }
}
