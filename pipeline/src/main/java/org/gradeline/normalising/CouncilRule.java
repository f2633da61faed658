package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Field;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;

/** Which council a record is of: told by any of its codes and its name, all of which must agree. */
final class CouncilRule {
  private final Reference reference;
  private final CouncilRegister councils;

  CouncilRule(Reference reference) {
    this.reference = reference;
    this.councils = reference.councils();
  }

  /** How a record names its council; empty texts where it does not. */
  record Naming(String laCode, String gssCode, String urn, String name) {
    private record Part(Field field, String value) {}

    private List<Part> parts() {
      return List.of(
          new Part(Field.LA_CODE, laCode),
          new Part(Field.URN, urn),
          new Part(Field.COUNCIL, name),
          new Part(Field.GSS_CODE, gssCode));
    }
  }

  /** The council that a record names. */
  Parsed<Council> resolve(Naming naming) {
    Council found = null;
    String foundBy = "";
    for (Naming.Part part : naming.parts()) {
      if (part.value().isEmpty()) {
        continue;
      }
      Council council = lookUp(part.field(), part.value());
      if (council == null) {
        return unknown(part.field(), part.value());
      }
      String by = part.field().key() + " '" + part.value() + "'";
      if (found != null && isPredecessorsCode(part.field(), council, found)) {
        continue;
      }
      if (found != null && found.position() != council.position()) {
        return Parsed.invalid(
            IssueType.COUNCIL_MISMATCH,
            part.field().key(),
            part.value(),
            foundBy
                + " is "
                + found.name()
                + ", but "
                + by
                + " is "
                + council.name()
                + ". Make them agree.",
            found.name()
                + " ("
                + found.laCode()
                + ") or "
                + council.name()
                + " ("
                + council.laCode()
                + ")");
      }
      found = council;
      foundBy = foundBy.isEmpty() ? by : foundBy;
    }
    return found != null
        ? Parsed.valid(found)
        : Parsed.invalid(
            IssueType.MISSING_COUNCIL,
            Field.LA_CODE.key(),
            "",
            "the record names no council. Fill la_code, gss_code, urn or council.",
            "");
  }

  /**
   * The nine-character code of an abolished council stands in many files for the one that took its
   * place; what else names the council then tells which.
   */
  private boolean isPredecessorsCode(Field field, Council named, Council found) {
    return field == Field.GSS_CODE
        && reference.successors().getOrDefault(named.position(), List.of()).stream()
            .anyMatch(successor -> successor.position() == found.position());
  }

  private @Nullable Council lookUp(Field field, String value) {
    return switch (field) {
      case LA_CODE -> councils.byLaCode(value);
      case GSS_CODE -> councils.byGssCode(value);
      case URN -> councils.byUrn(value);
      default -> councils.byName(value);
    };
  }

  private Parsed<Council> unknown(Field field, String value) {
    List<String> nearest =
        switch (field) {
          case LA_CODE -> Nearest.to(value, councils.laCodes(), 1);
          case GSS_CODE -> Nearest.to(value.toUpperCase(Locale.ROOT), councils.gssCodes(), 1);
          case URN -> Nearest.to(value, councils.urns(), 1);
          default -> councils.nearestNames(value, 1);
        };
    return Parsed.invalid(
        IssueType.UNKNOWN_COUNCIL,
        field.key(),
        value,
        field.key()
            + " '"
            + value
            + "' is no known council. Mend it, or add it to the reference data.",
        nearest.isEmpty() ? "" : nearest.get(0));
  }

  /**
   * A council takes no report before it opened and no inspector after it closed. What a date known
   * in part leaves open is given the benefit of the doubt.
   *
   * @return the fault, or null when the council was open
   */
  @Nullable RuleViolation checkOpen(
      Council council, @Nullable PartialDate start, @Nullable PartialDate published) {
    LocalDate opened = council.opened();
    LocalDate closed = council.closed();
    PartialDate report = published != null ? published : start;
    if (opened != null && report != null && report.latest() < PartialDate.pack(opened)) {
      return new RuleViolation(
          IssueType.COUNCIL_NOT_OPEN,
          (published != null ? Field.PUBLISHED_DATE : Field.START_DATE).key(),
          report.toString(),
          council.name()
              + " ("
              + council.laCode()
              + ") opened on "
              + opened
              + ", after this report. Name its predecessor.",
          predecessors(council));
    }
    if (closed != null && start != null && start.earliest() >= PartialDate.pack(closed)) {
      return new RuleViolation(
          IssueType.COUNCIL_NOT_OPEN,
          Field.START_DATE.key(),
          start.toString(),
          council.name()
              + " ("
              + council.laCode()
              + ") closed on "
              + closed
              + ", before this inspection. Name its successor.",
          names(reference.successors().getOrDefault(council.position(), List.of())));
    }
    return null;
  }

  private String predecessors(Council council) {
    return names(
        councils.all().stream()
            .filter(
                other ->
                    reference.successors().getOrDefault(other.position(), List.of()).stream()
                        .anyMatch(successor -> successor.position() == council.position()))
            .toList());
  }

  private static String names(List<Council> councils) {
    return councils.stream()
        .map(council -> council.name() + " (" + council.laCode() + ")")
        .collect(Collectors.joining("; "));
  }
}
