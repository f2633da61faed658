package org.gradeline.normalising;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gradeline.normalising.CouncilNaming.Part;
import org.gradeline.normalising.Parsed.Invalid;
import org.gradeline.normalising.Parsed.Valid;
import org.gradeline.normalising.SameCouncil.NameDoubt;
import org.gradeline.normalising.SameCouncil.NamedOne;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;

/**
 * The councils that a record lists: one, or those of a joint service, separated by ";". Each code
 * and name must list the same councils, and each of them once.
 *
 * <p>Not thread safe: what a record calls its council is looked up once and remembered. The outcome
 * is the same as without.
 */
final class ListedCouncils {
  private static final int MAX_REMEMBERED = 20_000;
  private static final int MAX_REMEMBERED_LENGTH = 200;

  private final CouncilRegister councils;
  private final SameCouncil same;
  private final Map<CouncilNaming, Parsed<Named>> remembered = new HashMap<>();

  /**
   * The councils that a record names.
   *
   * @param councils in the order of the record
   * @param doubts names that say nothing of them
   */
  record Named(List<Council> councils, List<NameDoubt> doubts) {}

  ListedCouncils(CouncilRegister councils, Succession succession) {
    this.councils = councils;
    this.same = new SameCouncil(councils, succession);
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
      Parsed<NamedOne> one = same.named(parts.stream().map(part -> part.at(place)).toList());
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
        part.label()
            + " names "
            + SameCouncil.nameAndCode(council)
            + " twice. Name each council once.",
        "");
  }
}
