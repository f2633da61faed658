package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A council that will close, and one that will take over part or all of its area. Immutable.
 *
 * @param predecessor position of the council that will close
 * @param successor name of the council that will take over, which has no code yet
 * @param date first day of the new council
 * @param known day on which the change was decided: nobody knew it before
 * @param source what says so
 */
public record PlannedChange(
    int predecessor, String successor, LocalDate date, LocalDate known, String source)
    implements Serializable {}
