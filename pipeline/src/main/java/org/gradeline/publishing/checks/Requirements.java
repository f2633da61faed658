package org.gradeline.publishing.checks;

import java.nio.file.Path;
import java.time.LocalDate;
import org.gradeline.reference.Gates;

/**
 * What a run is held to before its reports may be published, and what is known of it beforehand.
 *
 * @param gates the limits to its figures
 * @param replaced the reports folder that its reports would replace
 * @param today the day from which the age of records counts
 */
public record Requirements(Gates gates, Path replaced, LocalDate today) {}
