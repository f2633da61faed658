package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All reference data of a run: loaded once, checked, and sent to every worker. Immutable, and safe
 * for many threads. {@link ReferenceLoader} makes it.
 *
 * @param councils the register
 * @param frameworks in the order of their files
 * @param lines in the order of their files; the first is the headline
 * @param scopes in the order of their files
 * @param visitTypes the types of visit
 * @param layouts how files of records are laid out, the program's own layout first
 * @param sources kinds of sources in order of precedence, highest first
 * @param geographies all geographies, in the order of level, code and name
 * @param reportingDates in order
 * @param neighbours each council's statistical neighbours, closest first, by the council's position
 * @param successors councils that took over part or all of a closed council, by the position of the
 *     closed one
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

  /** The scope that counts every framework; reference data without one is refused. */
  public Scope everyFramework() {
    for (Scope scope : scopes) {
      if (!scope.frameworks().contains(false)) {
        return scope;
      }
    }
    throw new IllegalStateException("no scope counts every framework");
  }

  /** The framework of a key in any case and spacing, or null. */
  public @Nullable Framework framework(String key) {
    String form = Wording.of(key);
    for (Framework framework : frameworks) {
      if (framework.key().equals(form)) {
        return framework;
      }
    }
    return null;
  }

  /** The visit type that an inspection type means, or null when it means none. */
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
