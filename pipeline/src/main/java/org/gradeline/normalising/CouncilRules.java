package org.gradeline.normalising;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gradeline.normalising.CouncilNaming.Part;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Field;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Which council a record is of: any of its codes and its name say so, and all of them must agree. A
 * record of a joint service lists several councils, separated by ";".
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
  private final Map<CouncilNaming, Parsed<List<Council>>> remembered = new HashMap<>();

  CouncilRules(Reference reference) {
    this.reference = reference;
    this.councils = reference.councils();
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
    Parsed<List<Council>> named = resolve(CouncilNaming.of(draft));
    return named instanceof Invalid<List<Council>> invalid
        ? draft.rejected(invalid.violation())
        : draft.withCouncils(((Valid<List<Council>>) named).value());
  }

  /** The councils that a record names by at least one code or name each. */
  Parsed<List<Council>> resolve(CouncilNaming naming) {
    Parsed<List<Council>> known = remembered.get(naming);
    if (known == null) {
      known = lookUp(naming.parts());
      if (remembered.size() < MAX_REMEMBERED
          && naming.toString().length() <= MAX_REMEMBERED_LENGTH) {
        remembered.put(naming, known);
      }
    }
    return known;
  }

  private Parsed<List<Council>> lookUp(List<Part> parts) {
    Part first = parts.get(0);
    for (Part part : parts) {
      if (part.listed().contains("")) {
        return gap(part);
      }
      if (part.listed().size() != first.listed().size()) {
        return uneven(first, part);
      }
    }
    List<Council> found = new ArrayList<>();
    for (int i = 0; i < first.listed().size(); i++) {
      int place = i;
      Parsed<Council> one = lookUpOne(parts.stream().map(part -> part.at(place)).toList());
      if (one instanceof Invalid<Council> invalid) {
        return new Invalid<>(invalid.violation());
      }
      Council council = ((Valid<Council>) one).value();
      if (found.contains(council)) {
        return repeated(first, council);
      }
      found.add(council);
    }
    return Parsed.valid(List.copyOf(found));
  }

  private static Parsed<List<Council>> gap(Part part) {
    return Parsed.invalid(
        IssueType.UNKNOWN_COUNCIL,
        part.field().key(),
        part.value(),
        part.label() + " has a gap in its list of councils. Fill it, or remove the extra ';'.",
        "");
  }

  private static Parsed<List<Council>> uneven(Part one, Part other) {
    return Parsed.invalid(
        IssueType.COUNCIL_MISMATCH,
        other.field().key(),
        other.value(),
        "the number of councils in %s is %d, but in %s it is %d."
                .formatted(one.label(), one.listed().size(), other.label(), other.listed().size())
            + " Name the same councils in both, or leave one of them blank.",
        "");
  }

  private static Parsed<List<Council>> repeated(Part part, Council council) {
    return Parsed.invalid(
        IssueType.COUNCIL_MISMATCH,
        part.field().key(),
        part.value(),
        part.label() + " names " + nameAndCode(council) + " twice. Name each council once.",
        "");
  }

  private Parsed<Council> lookUpOne(List<Part> parts) {
    Council found = null;
    String foundBy = "";
    for (Part part : parts) {
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

  private @Nullable Council lookUp(Part part) {
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

  private Parsed<Council> unknown(Part part) {
    // A code that looks alike may be that of a council at the other end of the country.
    List<String> nearest =
        part.field() == Field.COUNCIL ? councils.nearestNames(part.value(), 1) : List.of();
    return Parsed.invalid(
        IssueType.UNKNOWN_COUNCIL,
        part.field().key(),
        part.value(),
        part.label() + " is not a known council. Fix it, or add it to the reference data.",
        String.join("", nearest));
  }

  private static Parsed<Council> mismatch(
      Council found, String foundBy, Council other, Part otherBy) {
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
    for (Council council : draft.councils()) {
      RuleOutcome outcome = open(draft, council);
      if (outcome != draft) {
        return outcome;
      }
    }
    return draft;
  }

  private RuleOutcome open(RecordDraft draft, Council council) {
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
          nameAndCode(council)
              + " opened on "
              + opened
              + ", after this report. Name its predecessor.",
          predecessors(council));
    }
    if (closed != null && start != null && start.earliest() >= PartialDate.pack(closed)) {
      return notOpen(
          draft,
          Field.START_DATE,
          start,
          nameAndCode(council)
              + " closed on "
              + closed
              + ", before this inspection. Name its successor.",
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
            why,
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
