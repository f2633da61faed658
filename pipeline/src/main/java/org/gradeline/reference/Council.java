package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A council with children's services. Immutable.
 *
 * @param position its place in the register, from 0, in the order of {@code laCode}
 * @param laCode its local authority code, which never changes
 * @param name its name
 * @param type its type, such as "County"
 * @param urn its number in the inspectorate's files; empty when unknown
 * @param opened first day it existed; null when before the records begin
 * @param closed first day it no longer existed; null when it still does
 * @param codes its nine-character codes, oldest first
 * @param geographies the country, regions and council type that it is counted in
 */
public record Council(
    int position,
    String laCode,
    String name,
    String type,
    String urn,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    List<Code> codes,
    List<Geography> geographies)
    implements Serializable {

  /**
   * A nine-character code (GSS code) and the days between which the council had it.
   *
   * @param code the code
   * @param from first day; null when before the records begin
   * @param to first day on which it was no longer valid; null when it still is
   */
  public record Code(String code, @Nullable LocalDate from, @Nullable LocalDate to)
      implements Serializable {
    boolean heldOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
  }

  /** Whether it existed on a day. */
  public boolean openOn(LocalDate day) {
    return (opened == null || !day.isBefore(opened)) && (closed == null || day.isBefore(closed));
  }

  /** Its code on a day; empty when it had none. */
  public String codeOn(LocalDate day) {
    for (Code code : codes) {
      if (code.heldOn(day)) {
        return code.code();
      }
    }
    return "";
  }

  /** Every geography in which a scope counts it. */
  public List<Geography> geographies(Scope scope) {
    return geographies.stream()
        .filter(geography -> scope.geographyLevels().contains(geography.level()))
        .toList();
  }

  /** Name of the place it is counted in at a level; empty when there is none. */
  public String geography(String level) {
    for (Geography geography : geographies) {
      if (geography.level().equals(level)) {
        return geography.name();
      }
    }
    return "";
  }
}
