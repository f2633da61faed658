package org.gradeline.reference;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Loads and checks all reference data of a data folder.
 *
 * <p>All that is wrong is collected before the loading fails, so that a person can fix it at once:
 *
 * <pre>{@code
 * try {
 *   Reference reference = ReferenceLoader.load(Path.of("data"));
 * } catch (ReferenceException e) {
 *   e.problems().forEach(System.err::println);
 * }
 * }</pre>
 */
public final class ReferenceLoader {
  private ReferenceLoader() {}

  /** Loads a data folder with its own files, see {@link #load(Path, ReferenceFiles)}. */
  public static Reference load(Path data) throws ReferenceException {
    return load(data, ReferenceFiles.OWN);
  }

  /**
   * Loads {@code reference/*.csv}, {@code frameworks/*.yaml}, {@code layouts/*.yaml} and {@code
   * sources.yaml}.
   *
   * @param data the data folder
   * @param files what is taken in place of its files
   * @throws ReferenceException with everything that is wrong
   */
  public static Reference load(Path data, ReferenceFiles files) throws ReferenceException {
    Problems problems = new Problems();
    GroupingLoader.Loaded groups =
        GroupingLoader.load(data, path(files.groupings(), GroupingLoader.FILE), problems);
    FrameworkLoader.Loaded frameworks = FrameworkLoader.load(data, groups.groupings(), problems);
    CouncilLoader.Loaded councils =
        CouncilLoader.load(
            data,
            groups.inOrder(frameworks.country()),
            groups,
            path(files.neighbours(), NeighbourLoader.FILE),
            problems);
    List<ReportingDate> reportingDates = ReportingDateLoader.load(data, problems);
    List<KnownPeriod> knownPeriods =
        KnownPeriodLoader.load(data, frameworks.visitTypes(), problems);
    Context context = ContextLoader.load(data, councils.register(), problems);
    Set<Integer> excluded = excluded(files.excluded(), councils.register(), problems);
    Map<String, Vintage> vintages = VintageLoader.load(data, files.neighbours(), problems);
    List<PlannedChange> plannedChanges =
        PlannedChangeLoader.load(data, councils.register(), problems);
    List<Origin> origins = OriginLoader.load(data, problems);
    // Layouts name areas and frameworks, and sources name layouts: a fault would be reported twice.
    problems.throwIfAny();
    List<Layout> layouts = LayoutLoader.load(data, frameworks, problems);
    List<SourceKind> sources = SourceLoader.load(data, layouts, problems);
    problems.throwIfAny();
    return new Reference(
        councils.register(),
        frameworks.schemes(),
        frameworks.frameworks(),
        frameworks.lines(),
        frameworks.scopes(),
        frameworks.visitTypes(),
        layouts,
        sources,
        councils.geographies(),
        reportingDates,
        knownPeriods,
        councils.neighbours(),
        councils.successors(),
        context,
        excluded,
        vintages,
        plannedChanges,
        origins);
  }

  /** A file of its own stands under its absolute path, which resolves against any folder. */
  private static String path(@Nullable Path file, String own) {
    return file == null ? own : file.toAbsolutePath().toString();
  }

  private static Set<Integer> excluded(
      List<String> laCodes, CouncilRegister councils, Problems problems) {
    Set<Integer> excluded = new TreeSet<>();
    for (String laCode : laCodes) {
      Council council = councils.byLaCode(laCode);
      if (council != null) {
        excluded.add(council.position());
      } else if (problems.isEmpty()) {
        problems.add(
            "--exclude " + laCode,
            0,
            "no council has this code",
            "Give the la_code of a council in " + CouncilLoader.FILE + ".");
      }
    }
    return Collections.unmodifiableSet(excluded);
  }
}
