package org.gradeline.site.pages;

/**
 * A picture with all that belongs to it. Immutable.
 *
 * @param title the finding
 * @param svg the picture
 * @param source where its figures are from, and as at which day
 * @param table the same figures as a table
 */
public record Figure(String title, String svg, String source, DataTable table) {}
