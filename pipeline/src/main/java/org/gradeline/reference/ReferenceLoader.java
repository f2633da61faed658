package org.gradeline.reference;

import java.nio.file.Path;
import java.util.List;

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

  /**
   * Loads {@code reference/*.csv}, {@code frameworks/*.yaml}, {@code layouts/*.yaml} and {@code
   * sources.yaml}.
   *
   * @param data the data folder
   * @throws ReferenceException with everything that is wrong
   */
  public static Reference load(Path data) throws ReferenceException {
    Problems problems = new Problems();
    CouncilLoader.Loaded councils = CouncilLoader.load(data, problems);
    FrameworkLoader.Loaded frameworks = FrameworkLoader.load(data, problems);
    List<ReportingDate> reportingDates = ReportingDateLoader.load(data, problems);
    // Layouts name areas and frameworks, and sources name layouts: a fault would be reported twice.
    problems.throwIfAny();
    List<Layout> layouts = LayoutLoader.load(data, frameworks, problems);
    List<SourceKind> sources = SourceLoader.load(data, layouts, problems);
    problems.throwIfAny();
    return new Reference(
        councils.register(),
        frameworks.frameworks(),
        frameworks.lines(),
        frameworks.scopes(),
        frameworks.visitTypes(),
        layouts,
        sources,
        councils.geographies(),
        reportingDates,
        councils.neighbours(),
        councils.successors());
  }
}
