package org.gradeline.site.pages;

/**
 * The card of a council, which other sites embed. Immutable.
 *
 * @param frame what is around it
 * @param name the council's name
 * @param href the council's page
 * @param judgements its grades of today
 */
public record Card(Frame frame, String name, String href, DataTable judgements) {}
