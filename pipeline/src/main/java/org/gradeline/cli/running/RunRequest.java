package org.gradeline.cli.running;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.LeftOut;
import org.gradeline.reading.Source;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param reference the run's reference data
 * @param sources the tables of records
 * @param leftOut files and sheets that are not read
 * @param layouts the layouts that the files can have
 * @param asAt inspections that started by this day count; null for the latest publication
 * @param publishedBy reports published by this day count; null for the same day as {@code asAt}
 * @param beam options for Beam
 * @param optionsInForce the command's options by name, for the manifest
 */
public record RunRequest(
    Reference reference,
    List<Source> sources,
    List<LeftOut> leftOut,
    Layouts layouts,
    @Nullable LocalDate asAt,
    @Nullable LocalDate publishedBy,
    List<String> beam,
    Map<String, String> optionsInForce) {}
