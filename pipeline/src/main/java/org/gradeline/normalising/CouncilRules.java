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
  private final Map<CouncilNaming, Parsed<Named>> remembered = new HashMap<>();

  /**
   * The councils that a record names.
   *
   * @param councils in the order of the record
   * @param doubts names that say nothing of them
   */
  record Named(List<Council> councils, List<NameDoubt> doubts) {}

  /** A name beside codes that agree, and why it is doubted. */
  record NameDoubt(String name, String message) {}

  /** One council of a record; its name may be doubted. */
  private record NamedOne(Council council, @Nullable NameDoubt doubt) {}

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
    Parsed<Named> resolved = resolve(CouncilNaming.of(draft));
    if (resolved instanceof Invalid<Named> invalid) {
      return draft.rejected(invalid.violation());
    }
    Named named = ((Valid<Named>) resolved).value();
    RecordDraft known = draft.withCouncils(named.councils());
    for (NameDoubt doubt : named.doubts()) {
      known =
          known.withWarning(IssueType.DOUBTFUL_NAME, Field.COUNCIL, doubt.name(), doubt.message());
    }
    return known;
  }

  /** The councils that a record names by at least one code or name each. */
  Parsed<Named> resolve(CouncilNaming naming) {
    Parsed<Named> known = remembered.get(naming);
    if (known == null) {
      known = lookUp(withJointServices(naming).parts());
      if (remembered.size() < MAX_REMEMBERED
          && naming.toString().length() <= MAX_REMEMBERED_LENGTH) {
        remembered.put(naming, known);
      }
    }
    return known;
  }

  /** The name of a joint service stands for a list of its councils. */
  private CouncilNaming withJointServices(CouncilNaming naming) {
    List<Council> joint = councils.jointly(naming.name());
    return joint.isEmpty()
        ? naming
        : new CouncilNaming(
            naming.laCode(),
            naming.gssCode(),
            naming.urn(),
            joint.stream().map(Council::name).collect(Collectors.joining(";")));
  }

  private Parsed<Named> lookUp(List<Part> parts) {
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
    List<NameDoubt> doubts = new ArrayList<>(0);
    for (int i = 0; i < first.listed().size(); i++) {
      int place = i;
      Parsed<NamedOne> one = lookUpOne(parts.stream().map(part -> part.at(place)).toList());
      if (one instanceof Invalid<NamedOne> invalid) {
        return new Invalid<>(invalid.violation());
      }
      NamedOne named = ((Valid<NamedOne>) one).value();
      if (found.contains(named.council())) {
        return repeated(first, named.council());
      }
      found.add(named.council());
      if (named.doubt() != null) {
        doubts.add(named.doubt());
      }
    }
    return Parsed.valid(new Named(List.copyOf(found), List.copyOf(doubts)));
  }

  private static Parsed<Named> gap(Part part) {
    return Parsed.invalid(
        IssueType.UNKNOWN_COUNCIL,
        part.field().key(),
        part.value(),
        part.label() + " has a gap in its list of councils. Fill it, or remove the extra ';'.",
        "");
  }

  private static Parsed<Named> uneven(Part one, Part other) {
    return Parsed.invalid(
        IssueType.COUNCIL_MISMATCH,
        other.field().key(),
        other.value(),
        "the number of councils in %s is %d, but in %s it is %d."
                .formatted(one.label(), one.listed().size(), other.label(), other.listed().size())
            + " Name the same councils in both, or leave one of them blank.",
        "");
  }

  private static Parsed<Named> repeated(Part part, Council council) {
    return Parsed.invalid(
        IssueType.COUNCIL_MISMATCH,
        part.field().key(),
        part.value(),
        part.label() + " names " + nameAndCode(council) + " twice. Name each council once.",
        "");
  }

  private Parsed<NamedOne> lookUpOne(List<Part> parts) {
    Council found = null;
    Part foundBy = null;
    Part doubted = null;
    for (Part part : parts) {
      Council council = lookUp(part);
      if (council == null) {
        if (part.field() != Field.COUNCIL || parts.size() == 1) {
          return unknown(part);
        }
        doubted = part;
      } else if (found == null) {
        found = council;
        foundBy = part;
      } else if (found.position() != council.position()
          && !isPredecessorsCode(part.field(), council, found)) {
        if (!isItsNameToo(part, found)) {
          return mismatch(found, Objects.requireNonNull(foundBy).label(), council, part);
        }
        doubted = part;
      }
    }
    Council council = Objects.requireNonNull(found, "the record names a council");
    return Parsed.valid(
        new NamedOne(
            council,
            doubted == null ? null : doubt(doubted, council, Objects.requireNonNull(foundBy))));
  }

  /** Two councils may have one name: an abolished one, and the one that took the name over. */
  private static boolean isItsNameToo(Part part, Council council) {
    return part.field() == Field.COUNCIL
        && CouncilRegister.nameForm(part.value())
            .equals(CouncilRegister.nameForm(council.officialName()));
  }

  private NameDoubt doubt(Part name, Council council, Part foundBy) {
    String code = foundBy.label() + " is " + nameAndCode(council);
    Council other = lookUp(name);
    return new NameDoubt(
        name.value(),
        other == null
            ? name.label()
                + " is not a known name, and "
                + code
                + ", which is used. If it is right, add the name to reference/council_aliases.csv"
            : name.label()
                + " is a name of "
                + nameAndCode(council)
                + " and of "
                + nameAndCode(other)
                + "; "
                + code
                + ", which is used");
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

  private Parsed<NamedOne> unknown(Part part) {
    // A code that looks alike may be that of a council at the other end of the country.
    List<String> nearest =
        part.field() == Field.COUNCIL ? councils.nearestNames(part.value(), 1) : List.of();
    return Parsed.invalid(
        IssueType.UNKNOWN_COUNCIL,
        part.field().key(),
        part.value(),
        part.label()
            + " is not a known council. "
            + (nearest.isEmpty() ? "" : "Did you mean '" + nearest.get(0) + "'? ")
            + "Correct it, or add "
            + switch (part.field()) {
              case COUNCIL ->
                  "the name to reference/council_aliases.csv (a joint service with the codes of its"
                      + " councils, such as 207;213).";
              case GSS_CODE -> "the code to reference/council_codes.csv.";
              default -> "the council to reference/councils.csv.";
            },
        String.join("", nearest));
  }

  private static Parsed<NamedOne> mismatch(
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
              + ", after this report. Name its predecessor",
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
              + ", before this inspection. Name its successor",
          reference.successors().getOrDefault(council.position(), List.of()));
    }
    return draft;
  }

  private static RuleOutcome notOpen(
      RecordDraft draft, Field field, PartialDate date, String why, List<Council> instead) {
    String names =
        instead.stream().map(CouncilRules::nameAndCode).collect(Collectors.joining("; "));
    return draft.rejected(
        new RuleViolation(
            IssueType.COUNCIL_NOT_OPEN,
            field.key(),
            date.toString(),
            why + (names.isEmpty() ? ", or fix the date." : ": " + names + "."),
            names));
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
