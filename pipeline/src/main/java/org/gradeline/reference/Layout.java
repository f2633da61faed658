package org.gradeline.reference;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of CSV file is laid out. Names of columns are in the form of {@link ColumnName}.
 * Immutable, and safe for many threads.
 *
 * @param key its name
 * @param preambleRows how many rows of text there may be above the header
 * @param columns what its columns are, by their names
 * @param required what a header must have for the file to have this layout
 * @param dates how each field writes dates, besides ISO 8601
 * @param constants fields that have the same value in every record, and no column
 * @param sentinels what words in place of a value mean
 * @param visitTypes visit types by inspection type, besides those that every layout knows
 * @param areaNames keys of areas by their names in the column {@code area} of a long file
 * @param separator what stands between the cells of its files; null where their header shows it
 * @param datedFrameworks the frameworks that its records can be of, where the day of each says
 *     which
 */
public record Layout(
    String key,
    int preambleRows,
    Map<String, Column> columns,
    List<Requirement> required,
    Map<Field, List<DateForm>> dates,
    Map<Field, String> constants,
    Sentinels sentinels,
    Map<String, VisitType> visitTypes,
    Map<String, String> areaNames,
    @Nullable Character separator,
    List<DatedFramework> datedFrameworks)
    implements Serializable {

  /**
   * A layout whose separator the header shows, with no sentinels but these, and whose records say
   * their framework or have all the same.
   */
  public Layout(
      String key,
      int preambleRows,
      Map<String, Column> columns,
      List<Requirement> required,
      Map<Field, List<DateForm>> dates,
      Map<Field, String> constants,
      Map<String, Sentinel> sentinels,
      Map<String, VisitType> visitTypes,
      Map<String, String> areaNames) {
    this(
        key,
        preambleRows,
        columns,
        required,
        dates,
        constants,
        Sentinels.of(sentinels),
        visitTypes,
        areaNames,
        null,
        List.of());
  }

  /**
   * A framework that records can be of.
   *
   * @param framework the framework
   * @param types inspection types that no other of the frameworks has, in {@link Wording#of normal
   *     form}; empty when they say nothing
   * @param areas its areas by those of the columns, where they differ
   */
  public record DatedFramework(Framework framework, Set<String> types, Map<String, String> areas)
      implements Serializable {

    /** The key of its area for that of a column. */
    public String area(String ofColumn) {
      return areas.getOrDefault(ofColumn, ofColumn);
    }
  }

  /** Name of the program's own layout, in which columns have the names of fields and areas. */
  public static final String OWN = "gradeline";

  /** What a column holds. */
  public sealed interface Column extends Serializable {
    /** A field of the record. */
    record OfField(Field field) implements Column {}

    /** The grades of an area. */
    record OfArea(String area) implements Column {}

    /** In a long file, the area that the row judges. */
    record TheArea() implements Column {}

    /** In a long file, the grade of that area. */
    record TheGrade() implements Column {}

    /** Something that is never read, such as a person's name. */
    record LeftOut() implements Column {}
  }

  /**
   * What a header must have.
   *
   * @param label its name in messages
   * @param anyOf the columns of which the header must have at least one
   */
  public record Requirement(String label, Set<String> anyOf) implements Serializable {}

  /** What a word in place of a value means. */
  public enum Sentinel {
    /** The value is missing, as in a blank cell. */
    MISSING,
    /** The report says that it does not judge the area. */
    NOT_JUDGED,
    /** The report has a value, which whoever made the file could not read. */
    UNREADABLE;

    /** Its name in files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The program's own layout, in which columns have the names of fields and areas.
   *
   * @param areaKeys every area of every framework
   */
  public static Layout own(Collection<String> areaKeys) {
    Map<String, Column> columns = new HashMap<>();
    areaKeys.forEach(area -> columns.put(area, new Column.OfArea(area)));
    Arrays.stream(Field.values())
        .forEach(field -> columns.put(field.key(), new Column.OfField(field)));
    columns.put("area", new Column.TheArea());
    columns.put("grade", new Column.TheGrade());
    List<String> judging = new ArrayList<>(areaKeys);
    judging.add("grade");
    judging.add(Field.INSPECTION_TYPE.key());
    return new Layout(
        OWN,
        0,
        Map.copyOf(columns),
        List.of(
            anyOf(Field.LA_CODE, Field.GSS_CODE, Field.URN, Field.COUNCIL),
            anyOf(Field.PUBLISHED_DATE, Field.START_DATE),
            new Requirement("an area, grade or inspection_type", Set.copyOf(judging))),
        Map.of(),
        Map.of(),
        Sentinels.USUAL,
        Map.of(),
        Map.of(),
        null,
        List.of());
  }

  private static Requirement anyOf(Field... fields) {
    List<String> keys = Arrays.stream(fields).map(Field::key).toList();
    return new Requirement(String.join(" or ", keys), Set.copyOf(keys));
  }

  /** The same with as many rows of text above the header. */
  public Layout withPreambleRows(int rows) {
    return new Layout(
        key,
        rows,
        columns,
        required,
        dates,
        constants,
        sentinels,
        visitTypes,
        areaNames,
        separator,
        datedFrameworks);
  }

  /** What a header lacks for the file to have this layout. */
  public List<Requirement> missing(Collection<String> header) {
    return required.stream()
        .filter(requirement -> requirement.anyOf().stream().noneMatch(header::contains))
        .toList();
  }

  /** How many columns of a header are columns of this layout. */
  public long known(Collection<String> header) {
    return header.stream().filter(columns::containsKey).count();
  }

  /** What a word in place of a value means; null when it is a value. */
  public @Nullable Sentinel sentinel(String text) {
    return sentinels.meaning(text);
  }

  /** Whether a text has no value: it is blank, or a word that says so. */
  public boolean isMissing(String text) {
    return PlainText.isBlank(text) || sentinel(text) == Sentinel.MISSING;
  }

  /** The same with other words in place of values. */
  Layout withSentinels(Sentinels others) {
    return new Layout(
        key,
        preambleRows,
        columns,
        required,
        dates,
        constants,
        others,
        visitTypes,
        areaNames,
        separator,
        datedFrameworks);
  }

  /** The key of an area by its name in a long file. */
  public String area(String named) {
    String form = Wording.of(named);
    return areaNames.getOrDefault(form, form);
  }

  /** Reads a date in one of the forms that this layout has besides ISO 8601, or gives null. */
  public @Nullable PartialDate date(Field field, String text) {
    for (DateForm form : dates.getOrDefault(field, List.of())) {
      PartialDate date = form.parse(text);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** The forms of a date, for messages. */
  public String dateForms(Field field) {
    return dates.getOrDefault(field, List.of()).stream()
        .map(DateForm::toString)
        .collect(Collectors.joining(", "));
  }
}
