package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Field;
import org.gradeline.reference.Nearest;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Which council a record is of: any of its codes and its name say so, and all of them must agree.
 *
 * <p>Not thread safe: what a record calls its council is looked up once and remembered. The outcome
 * is the same as without.
 */
final class CouncilRules {
  private static final int MAX_REMEMBERED = 20_000;
  private static final int MAX_REMEMBERED_LENGTH = 200;
  private static final List<Field> NAMING =
      List.of(Field.LA_CODE, Field.GSS_CODE, Field.URN, Field.COUNCIL);

  private final Reference reference;
  private final CouncilRegister councils;
  private final Map<Naming, Parsed<Council>> remembered = new HashMap<>();

  CouncilRules(Reference reference) {
    this.reference = reference;
    this.councils = reference.councils();
  }

  /** How a record names its council; empty texts where it does not. */
  record Naming(String laCode, String gssCode, String urn, String name) {
    private record Part(Field field, String value) {
      private String label() {
        return field.key() + " '" + value + "'";
      }
    }

    private static Naming of(RecordDraft draft) {
      return new Naming(
          draft.text(Field.LA_CODE),
          draft.text(Field.GSS_CODE),
          draft.text(Field.URN),
          draft.text(Field.COUNCIL));
    }

    /** What the record gives, in the order in which it is compared. */
    private List<Part> parts() {
      return List.of(
              new Part(Field.LA_CODE, laCode),
              new Part(Field.URN, urn),
              new Part(Field.COUNCIL, name),
              new Part(Field.GSS_CODE, gssCode))
          .stream()
          .filter(part -> !part.value().isEmpty())
          .toList();
    }
  }

  /** The record names a council. */
  static RuleOutcome named(RecordDraft draft) {
    for (Field field : NAMING) {
      if (!draft.text(field).isEmpty()) {
        return draft;
      }
    }
    return draft.rejected(
        new RuleViolation(
            IssueType.MISSING_COUNCIL,
            Field.LA_CODE.key(),
            "",
            "the record does not name a council. Fill in la_code, gss_code, urn or council.",
            ""));
  }

  /** Every code and name is known, and all are of one council. */
  RuleOutcome knownAndAgreeing(RecordDraft draft) {
    Parsed<Council> council = resolve(Naming.of(draft));
    return council instanceof Invalid<Council> invalid
        ? draft.rejected(invalid.violation())
        : draft.withCouncil(((Valid<Council>) council).value());
  }

  /** The council that a record names by at least one code or name. */
  Parsed<Council> resolve(Naming naming) {
    Parsed<Council> known = remembered.get(naming);
    if (known == null) {
      known = lookUp(naming);
      if (remembered.size() < MAX_REMEMBERED
          && naming.toString().length() <= MAX_REMEMBERED_LENGTH) {
        remembered.put(naming, known);
      }
    }
    return known;
  }

  private Parsed<Council> lookUp(Naming naming) {
    Council found = null;
    String foundBy = "";
    for (Naming.Part part : naming.parts()) {
      Council council = lookUp(part);
      if (council == null) {
        return unknown(part);
      }
      if (found == null) {
        found = council;
        foundBy = part.label();
      } else if (found.position() != council.position()
          && !isPredecessorsCode(part.field(), council, found)) {
        return mismatch(found, foundBy, council, part);
      }
    }
    return Parsed.valid(Objects.requireNonNull(found, "the record names a council"));
  }

  private @Nullable Council lookUp(Naming.Part part) {
    return switch (part.field()) {
      case LA_CODE -> councils.byLaCode(part.value());
      case GSS_CODE -> councils.byGssCode(part.value());
      case URN -> councils.byUrn(part.value());
      default -> councils.byName(part.value());
    };
  }

  /**
   * Many files have the nine-character code of an abolished council for the one that took its
   * place; what else names the council then decides.
   */
  private boolean isPredecessorsCode(Field field, Council named, Council found) {
    return field == Field.GSS_CODE && isSuccessor(found, named);
  }

  private Parsed<Council> unknown(Naming.Part part) {
    String value = part.value();
    List<String> nearest =
        switch (part.field()) {
          case LA_CODE -> Nearest.to(value, councils.laCodes(), 1);
          case GSS_CODE -> Nearest.to(value.toUpperCase(Locale.ROOT), councils.gssCodes(), 1);
          case URN -> Nearest.to(value, councils.urns(), 1);
          default -> councils.nearestNames(value, 1);
        };
    return Parsed.invalid(
        IssueType.UNKNOWN_COUNCIL,
        part.field().key(),
        value,
        part.label() + " is not a known council. Fix it, or add it to the reference data.",
        String.join("", nearest));
  }

  private static Parsed<Council> mismatch(
      Council found, String foundBy, Council other, Naming.Part otherBy) {
    return Parsed.invalid(
        IssueType.COUNCIL_MISMATCH,
        otherBy.field().key(),
        otherBy.value(),
        foundBy
            + " is "
            + found.name()
            + ", but "
            + otherBy.label()
            + " is "
            + other.name()
            + ". Make them agree.",
        nameAndCode(found) + " or " + nameAndCode(other));
  }

  /**
   * A council has no report before it opened and no inspection after it closed. A date known only
   * to the month or year gets the benefit of the doubt.
   */
  RuleOutcome open(RecordDraft draft) {
    Council council = draft.knownCouncil();
    LocalDate opened = council.opened();
    LocalDate closed = council.closed();
    PartialDate start = draft.dates().start();
    PartialDate published = draft.dates().published();
    PartialDate report = published != null ? published : start;
    if (opened != null && report != null && report.latest() < PartialDate.pack(opened)) {
      Field field = published != null ? Field.PUBLISHED_DATE : Field.START_DATE;
      return notOpen(
          draft,
          field,
          report,
          " opened on " + opened + ", after this report. Name its predecessor.",
          predecessors(council));
    }
    if (closed != null && start != null && start.earliest() >= PartialDate.pack(closed)) {
      return notOpen(
          draft,
          Field.START_DATE,
          start,
          " closed on " + closed + ", before this inspection. Name its successor.",
          reference.successors().getOrDefault(council.position(), List.of()));
    }
    return draft;
  }

  private static RuleOutcome notOpen(
      RecordDraft draft, Field field, PartialDate date, String why, List<Council> instead) {
    return draft.rejected(
        new RuleViolation(
            IssueType.COUNCIL_NOT_OPEN,
            field.key(),
            date.toString(),
            nameAndCode(draft.knownCouncil()) + why,
            instead.stream().map(CouncilRules::nameAndCode).collect(Collectors.joining("; "))));
  }

  private List<Council> predecessors(Council council) {
    return councils.all().stream().filter(other -> isSuccessor(council, other)).toList();
  }

  private boolean isSuccessor(Council council, Council closed) {
    return reference.successors().getOrDefault(closed.position(), List.of()).stream()
        .anyMatch(successor -> successor.position() == council.position());
  }

  private static String nameAndCode(Council council) {
    return council.name() + " (" + council.laCode() + ")";
  }
}
