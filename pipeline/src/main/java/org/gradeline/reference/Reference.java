package org.gradeline.reference;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All reference data of a run: loaded once, checked, and sent to every worker. Immutable, and safe
 * for many threads. {@link ReferenceLoader} makes it.
 *
 * @param councils the register
 * @param schemes the programmes of inspections
 * @param frameworks in the order of their files
 * @param lines in the order of their files
 * @param scopes in the order of their files
 * @param visitTypes the types of visit
 * @param layouts how files of records are laid out, the program's own layout first
 * @param sources kinds of sources in order of precedence, highest first
 * @param geographies all geographies, in the order of level, code and name
 * @param reportingDates in order
 * @param knownPeriods the days between which events are known
 * @param neighbours each council's statistical neighbours, closest first, by the council's position
 * @param successors councils that took over part or all of a closed council, by the position of the
 *     closed one
 * @param context figures that councils are compared by; only where tables are written
 * @param excluded positions of the councils that are in no count
 * @param vintages how old files of reference data are, by file
 * @param plannedChanges changes of councils that are decided and still to come
 * @param origins who published what the data are from
 */
public record Reference(
    CouncilRegister councils,
    List<Scheme> schemes,
    List<Framework> frameworks,
    List<Line> lines,
    List<Scope> scopes,
    List<VisitType> visitTypes,
    List<Layout> layouts,
    List<SourceKind> sources,
    List<Geography> geographies,
    List<ReportingDate> reportingDates,
    List<KnownPeriod> knownPeriods,
    Map<Integer, List<Council>> neighbours,
    Map<Integer, List<Council>> successors,
    Context context,
    Set<Integer> excluded,
    Map<String, Vintage> vintages,
    List<PlannedChange> plannedChanges,
    List<Origin> origins)
    implements Serializable {

  /** The lines of a scheme, in order. */
  public List<Line> lines(Scheme scheme) {
    return lines.stream().filter(line -> line.scheme().position() == scheme.position()).toList();
  }

  /** The lines that lead a scheme; all its lines where it names none. */
  public List<Line> leadingLines(Scheme scheme) {
    List<Line> own = lines(scheme);
    return scheme.leadingLines().isEmpty()
        ? own
        : scheme.leadingLines().stream()
            .flatMap(key -> own.stream().filter(line -> line.key().equals(key)))
            .toList();
  }

  /** Whether a council is counted. */
  public boolean counts(Council council) {
    return !excluded.contains(council.position());
  }

  /** The councils that are open on a day and counted, in the order of the register. */
  public Stream<Council> countedOn(LocalDate day) {
    return councils.all().stream().filter(council -> council.openOn(day) && counts(council));
  }

  /**
   * Whether all visits of a scheme between two days are known: every type that has a known period
   * covers them.
   */
  public boolean visitsKnown(Scheme scheme, LocalDate first, LocalDate last) {
    return visitsKnown(scheme, PartialDate.pack(first), PartialDate.pack(last));
  }

  /** The same for two days that are packed, as those of a record are. */
  public boolean visitsKnown(Scheme scheme, int first, int last) {
    boolean known = false;
    for (KnownPeriod period : knownPeriods) {
      if (hasVisits(period, scheme)) {
        if (!period.covers(first, last)) {
          return false;
        }
        known = true;
      }
    }
    return known;
  }

  private boolean hasVisits(KnownPeriod period, Scheme scheme) {
    for (VisitType type : visitTypes) {
      if (type.key().equals(period.event()) && type.isOf(scheme)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the visits of a type are counted in a scheme: where it is known how many they are. */
  public boolean countsVisits(VisitType type, Scheme scheme) {
    if (type.isOf(scheme)) {
      for (KnownPeriod period : knownPeriods) {
        if (period.event().equals(type.key())) {
          return true;
        }
      }
    }
    return false;
  }

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
