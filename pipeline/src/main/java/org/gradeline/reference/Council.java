package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A council with children's services. Immutable.
 *
 * @param position its place in the register, from 0, in the order of {@code laCode}
 * @param laCode its local authority code, which never changes
 * @param name its name as people say it
 * @param officialName its official name
 * @param urn its number in the inspectorate's files; empty when unknown
 * @param opened first day it existed; null when before the records begin
 * @param closed first day it no longer existed; null when it still does
 * @param codes its nine-character codes, oldest first
 * @param memberships every group that it is or was counted in, the whole country among them
 */
public record Council(
    int position,
    String laCode,
    String name,
    String officialName,
    String urn,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    List<Code> codes,
    List<Membership> memberships)
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

  /**
   * A group that the council is counted in.
   *
   * @param geography the group
   * @param from first day; null when before the records begin
   * @param to first day on which it no longer was; null when it still is
   */
  public record Membership(Geography geography, @Nullable LocalDate from, @Nullable LocalDate to)
      implements Serializable {
    boolean heldOn(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    boolean overlaps(Membership other) {
      return (to == null || Objects.requireNonNullElse(other.from, LocalDate.MIN).isBefore(to))
          && (other.to == null
              || Objects.requireNonNullElse(from, LocalDate.MIN).isBefore(other.to));
    }
  }

  /** Every geography in which a scope counts it on a day. */
  public List<Geography> geographies(Scope scope, LocalDate day) {
    List<Geography> geographies = new ArrayList<>(memberships.size());
    for (Membership membership : memberships) {
      if (membership.heldOn(day)
          && scope.geographyLevels().contains(membership.geography().level())) {
        geographies.add(membership.geography());
      }
    }
    return geographies;
  }

  /** Name of the group of a grouping that it is in on a day; empty when there is none. */
  public String geography(String level, LocalDate day) {
    for (Membership membership : memberships) {
      if (membership.geography().level().equals(level) && membership.heldOn(day)) {
        return membership.geography().name();
      }
    }
    return "";
  }

  /**
   * Name of the group of a grouping that it is in on a day, or was in last when it closed before;
   * empty when there is none.
   */
  public String lastGeography(String level, LocalDate day) {
    LocalDate last = closed != null && !closed.isAfter(day) ? closed.minusDays(1) : day;
    return geography(level, last);
  }
}
