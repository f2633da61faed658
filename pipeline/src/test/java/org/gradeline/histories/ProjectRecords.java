package org.gradeline.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gradeline.normalising.CouncilRecord;
import org.gradeline.normalising.Normaliser;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.Reading;
import org.gradeline.reading.Slice;
import org.gradeline.reading.SliceReader;
import org.gradeline.reading.Source;
import org.gradeline.reading.Sources;
import org.gradeline.reference.Council;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.Reference;

/** The project's own records: seventeen years of inspections, followed without a runner. */
public final class ProjectRecords {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final List<Source> SOURCES = sources();
  private static final Map<Integer, List<CouncilRecord>> BY_COUNCIL = read();

  private ProjectRecords() {}

  /** Names of the files, by position. */
  public static List<String> sourceNames() {
    return SOURCES.stream().map(Source::name).toList();
  }

  /** All records of a council, in the order of the files. */
  public static List<CouncilRecord> of(String laCode) {
    return BY_COUNCIL.getOrDefault(ProjectData.council(laCode).position(), List.of());
  }

  /** The history of a council. */
  public static CouncilHistory history(String laCode) {
    return history(ProjectData.council(laCode));
  }

  /** The histories of all councils, in their order. */
  public static List<CouncilHistory> histories() {
    return ProjectData.reference().councils().all().stream().map(ProjectRecords::history).toList();
  }

  private static CouncilHistory history(Council council) {
    MergedCouncil merged =
        MergedCouncil.of(
            BY_COUNCIL.getOrDefault(council.position(), List.of()), Records.AS_NUMBERED);
    return CouncilHistory.of(council, merged, ProjectData.reference());
  }

  private static List<Source> sources() {
    try {
      return Sources.in(ProjectData.FOLDER.resolve("inspections"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Integer, List<CouncilRecord>> read() {
    Reference reference = ProjectData.reference();
    Normaliser normaliser = new Normaliser(reference, TODAY);
    Map<Integer, List<CouncilRecord>> records = new HashMap<>();
    Layouts layouts = new Layouts(reference.layouts().get(0), reference.layouts());
    for (Slice slice : Reading.slices(SOURCES, 1 << 20, layouts)) {
      SliceReader.read(
          slice,
          layouts,
          entry -> {
            for (CouncilRecord record :
                normaliser.normalise(slice.source().position(), entry).records()) {
              records.computeIfAbsent(record.council(), key -> new ArrayList<>()).add(record);
            }
          });
    }
    return records;
  }
}
