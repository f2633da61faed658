package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All reference data of a run: loaded once, checked, immutable, and handed to every worker.
 *
 * @param councils the register
 * @param frameworks in the order of their files
 * @param lines in their file's order
 * @param scopes in their file's order
 * @param visitTypes the kinds of visit
 * @param layouts how files of records are laid out, the program's own way first
 * @param sources kinds of sources, the most trusted first
 * @param geographies all geographies, by level and name
 * @param reportingDates in order
 * @param neighbours each council's statistical neighbours, closest first, by the council's position
 * @param successors councils that took over part or all of a closed one, by the closed council's
 *     position
 */
public record Reference(
    CouncilRegister councils,
    List<Framework> frameworks,
    List<Line> lines,
    List<Scope> scopes,
    List<VisitType> visitTypes,
    List<Layout> layouts,
    List<SourceKind> sources,
    List<Geography> geographies,
    List<ReportingDate> reportingDates,
    Map<Integer, List<Council>> neighbours,
    Map<Integer, List<Council>> successors)
    implements Serializable {

  /** The scope that counts every framework. */
  public Scope everyFramework() {
    for (Scope scope : scopes) {
      if (!scope.frameworks().contains(false)) {
        return scope;
      }
    }
    throw new IllegalStateException("no scope counts every framework");
  }

  /** The framework of a key, compared in {@link Wording#of normal form}, or null. */
  public @Nullable Framework framework(String key) {
    String form = Wording.of(key);
    for (Framework framework : frameworks) {
      if (framework.key().equals(form)) {
        return framework;
      }
    }
    return null;
  }

  /** The kind of visit that an inspection type means, or null when it means none. */
  public @Nullable VisitType visitType(String inspectionType) {
    String form = Wording.of(inspectionType);
    for (VisitType visitType : visitTypes) {
      if (visitType.wordings().contains(form)) {
        return visitType;
      }
    }
    return null;
  }
}
