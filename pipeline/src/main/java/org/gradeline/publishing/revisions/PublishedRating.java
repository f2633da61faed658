package org.gradeline.publishing.revisions;

/**
 * A rating as it stands in published tables, as far as two reports are compared.
 *
 * @param laCode the council's code
 * @param council the council's name
 * @param framework the framework of the inspection
 * @param publishedDate when the report came out, as printed
 * @param area the area judged
 * @param grade the grade's key, or not_judged
 */
record PublishedRating(
    String laCode,
    String council,
    String framework,
    String publishedDate,
    String area,
    String grade) {}
