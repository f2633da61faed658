package org.gradeline.site.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.Reference;
import org.gradeline.reference.Scale;
import org.gradeline.site.charts.GradeMark;

/**
 * How the grades of all scales are shown: a letter, a label and a tone. Immutable, and safe for
 * many threads.
 *
 * <p>The tones are those of the four grades of children's services. A scale with fewer grades uses
 * those from its pass mark on, so that a pass never looks like a failure.
 */
public final class GradeMarks {
  private static final int TONES = 4;
  private static final int OTHER_TONE = 5;
  private static final int PASS_TONE = 2;

  private static final GradeMark NOT_JUDGED = new GradeMark("N", "Not judged", OTHER_TONE);

  /** A score stands for itself. */
  private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{1,2}");

  private final Map<String, GradeMark> marks;

  private GradeMarks(Map<String, GradeMark> marks) {
    this.marks = Map.copyOf(marks);
  }

  /** The marks of all scales of the reference data. */
  public static GradeMarks of(Reference reference) {
    Map<String, GradeMark> marks = new HashMap<>();
    reference.lines().stream().map(Line::scale).distinct().forEach(scale -> add(marks, scale));
    return new GradeMarks(marks);
  }

  private static void add(Map<String, GradeMark> marks, Scale scale) {
    List<String> letters = letters(scale.grades());
    for (int i = 0; i < scale.grades().size(); i++) {
      Grade grade = scale.grades().get(i);
      marks.put(
          key(scale, grade.key()),
          new GradeMark(letters.get(i), grade.label(), tone(scale, grade)));
    }
  }

  /** The first letter, or the first two of the words' where two grades share it. */
  private static List<String> letters(List<Grade> grades) {
    List<String> firsts = grades.stream().map(grade -> initials(grade.label(), 1)).toList();
    return Stream.iterate(0, i -> i < grades.size(), i -> i + 1)
        .map(
            i ->
                firsts.stream().filter(firsts.get(i)::equals).count() == 1
                    ? firsts.get(i)
                    : initials(grades.get(i).label(), 2))
        .toList();
  }

  private static String initials(String label, int count) {
    if (SHORT_NUMBER.matcher(label).matches()) {
      return label;
    }
    StringBuilder initials = new StringBuilder();
    Stream.of(label.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(count)
        .forEach(word -> initials.appendCodePoint(word.codePointAt(0)));
    return initials.toString().toUpperCase(Locale.ROOT);
  }

  private static int tone(Scale scale, Grade grade) {
    int tone = PASS_TONE + grade.rank() - scale.passMark();
    if (scale.grades().size() > TONES || tone < 1 || tone > TONES) {
      return OTHER_TONE;
    }
    return tone;
  }

  /** Two scales may have a grade of the same key. */
  private static String key(Scale scale, String grade) {
    return scale.key() + " " + grade;
  }

  /** How a grade of a scale is shown. */
  public GradeMark of(Scale scale, String grade) {
    if (grade.equals(Scale.NOT_JUDGED_KEY)) {
      return NOT_JUDGED;
    }
    return Objects.requireNonNullElseGet(
        marks.get(key(scale, grade)), () -> new GradeMark("?", grade, OTHER_TONE));
  }
}
