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
 * How a kind of CSV file is laid out. Names of columns and sentinels are in {@link Wording#of
 * normal form}.
 *
 * @param key its name
 * @param preambleRows how many rows of prose may stand above the header
 * @param columns what its columns are, by their names
 * @param required what a header must have to be of this layout
 * @param dates the ways of writing dates, besides ISO 8601, by field
 * @param constants what every record says that the file does not
 * @param sentinels what texts in place of a value mean
 * @param visitTypes kinds of visit by inspection type, besides those that every layout knows
 * @param areaNames area keys by what the column {@code area} of a long file calls them
 */
public record Layout(
    String key,
    int preambleRows,
    Map<String, Column> columns,
    List<Requirement> required,
    Map<Field, List<DateForm>> dates,
    Map<Field, String> constants,
    Map<String, Sentinel> sentinels,
    Map<String, VisitType> visitTypes,
    Map<String, String> areaNames)
    implements Serializable {

  /** Name of the layout in which columns are named by fields and areas themselves. */
  public static final String OWN = "gradeline";

  /** What a column holds. */
  public sealed interface Column extends Serializable {
    /** A field of the record. */
    record OfField(Field field) implements Column {}

    /** The grades of an area. */
    record OfArea(String area) implements Column {}

    /** In a long file, which area the row judges. */
    record TheArea() implements Column {}

    /** In a long file, the grade of the row's area. */
    record TheGrade() implements Column {}

    /** Something that is not wanted, such as a person's name. */
    record LeftOut() implements Column {}
  }

  /**
   * What a header must have.
   *
   * @param label how a message calls it
   * @param anyOf columns of which one must be there
   */
  public record Requirement(String label, Set<String> anyOf) implements Serializable {}

  /** What a text in place of a value means. */
  public enum Sentinel {
    /** There is no value, as if the cell were blank. */
    MISSING,
    /** The report says that it does not judge the area. */
    NOT_JUDGED,
    /** The report says something that whoever made the file could not read. */
    UNREADABLE;

    /** Its name in files. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The layout in which columns are named by fields and areas themselves.
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
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static Requirement anyOf(Field... fields) {
    List<String> keys = Arrays.stream(fields).map(Field::key).toList();
    return new Requirement(String.join(" or ", keys), Set.copyOf(keys));
  }

  /** What a header lacks to be of this layout. */
  public List<Requirement> missing(Collection<String> header) {
    return required.stream()
        .filter(requirement -> requirement.anyOf().stream().noneMatch(header::contains))
        .toList();
  }

  /** How many columns of a header this layout knows. */
  public long known(Collection<String> header) {
    return header.stream().filter(columns::containsKey).count();
  }

  /** What a text means in place of a value; null when it is a value. */
  public @Nullable Sentinel sentinel(String text) {
    return sentinels.isEmpty() ? null : sentinels.get(Wording.of(text));
  }

  /** The key of an area in a long file. */
  public String area(String named) {
    String form = Wording.of(named);
    return areaNames.getOrDefault(form, form);
  }

  /** Reads a date in one of the ways that this layout knows besides ISO 8601; null when in none. */
  public @Nullable PartialDate date(Field field, String text) {
    for (DateForm form : dates.getOrDefault(field, List.of())) {
      PartialDate date = form.parse(text);
      if (date != null) {
        return date;
      }
    }
    return null;
  }

  /** The ways of writing a date, for messages. */
  public String dateForms(Field field) {
    return dates.getOrDefault(field, List.of()).stream()
        .map(DateForm::toString)
        .collect(Collectors.joining(", "));
  }
}
