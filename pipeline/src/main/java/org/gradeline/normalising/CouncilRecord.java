package org.gradeline.normalising;

import java.util.List;
import org.gradeline.reference.PartialDate;
import org.jspecify.annotations.Nullable;

/** A normalised record of a council. */
public sealed interface CouncilRecord {

  /** Position of the council in the register. */
  int council();

  /** Position of its source. */
  int source();

  /** Its line in the source, from 1. */
  long lineNumber();

  /** When the inspectors came; null when unknown. */
  @Nullable PartialDate start();

  /** When the report came out; null when unknown. */
  @Nullable PartialDate published();

  /** What the inspectors found. */
  List<Finding> findings();

  /**
   * An inspection.
   *
   * @param framework position of its framework
   * @param type its kind, such as "short"; empty when unknown
   * @param end last day; null when unknown
   * @param published when the report came out
   * @param report where the report is; empty when unknown
   * @param judgements in the order of the framework's areas, one an area
   * @param unreadableAreas areas whose judgement could not be read, one bit each by position
   */
  record Inspection(
      int council,
      int framework,
      String type,
      @Nullable PartialDate start,
      @Nullable PartialDate end,
      PartialDate published,
      String report,
      List<Judgement> judgements,
      long unreadableAreas,
      List<Finding> findings,
      int source,
      long lineNumber)
      implements CouncilRecord {

    /** The judgement of an area, or null. */
    public @Nullable Judgement judgement(int area) {
      for (Judgement judgement : judgements) {
        if (judgement.area() == area) {
          return judgement;
        }
      }
      return null;
    }
  }

  /**
   * A visit: an event without a grade.
   *
   * @param type position of its kind
   * @param theme what it was about; empty when unknown
   * @param report where the letter is; empty when unknown
   */
  record Visit(
      int council,
      int type,
      @Nullable PartialDate start,
      @Nullable PartialDate published,
      String theme,
      String report,
      List<Finding> findings,
      int source,
      long lineNumber)
      implements CouncilRecord {}

  /**
   * One area's outcome in one inspection.
   *
   * @param area position of the area in the framework
   * @param rank rank of the grade, or {@link org.gradeline.reference.Scale#NOT_JUDGED}
   * @param wording the outcome as printed
   * @param source position of the source that says so
   * @param lineNumber its line there
   */
  record Judgement(int area, int rank, String wording, int source, long lineNumber) {}

  /**
   * A finding.
   *
   * @param theme what it is about
   * @param kind strength, weakness or improvement
   * @param text what was found
   */
  record Finding(String theme, String kind, String text) {}
}
