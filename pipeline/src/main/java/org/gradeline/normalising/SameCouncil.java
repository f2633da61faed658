package org.gradeline.normalising;

import java.util.List;
import java.util.Objects;
import org.gradeline.normalising.CouncilNaming.Part;
import org.gradeline.reference.Council;
import org.gradeline.reference.CouncilRegister;
import org.gradeline.reference.Field;
import org.jspecify.annotations.Nullable;

/**
 * Holds the codes and the name of one council against each other: all of them must be of the same
 * council, and a name that is not known is only doubted beside codes.
 *
 * @param councils all councils by their codes and names
 * @param succession who took over from whom
 */
record SameCouncil(CouncilRegister councils, Succession succession) {

  /** A name beside codes that agree, and why it is doubted. */
  record NameDoubt(String name, String message) {}

  /** One council of a record; its name may be doubted. */
  record NamedOne(Council council, @Nullable NameDoubt doubt) {}

  /**
   * The council that all parts name.
   *
   * @param parts at least one, in the order in which they are compared
   */
  Parsed<NamedOne> named(List<Part> parts) {
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
    return field == Field.GSS_CODE && succession.isSuccessor(found, named);
  }

  private Parsed<NamedOne> unknown(Part part) {
    // A code that looks alike may be that of a council at the other end of the country.
    String nearest = part.field() == Field.COUNCIL ? councils.nearestName(part.value()) : null;
    return Parsed.invalid(
        IssueType.UNKNOWN_COUNCIL,
        part.field().key(),
        part.value(),
        part.label()
            + " is not a known council. "
            + (nearest == null ? "" : "Did you mean '" + nearest + "'? ")
            + "Correct it, or add "
            + switch (part.field()) {
              case COUNCIL ->
                  "the name to reference/council_aliases.csv (a joint service with the codes of its"
                      + " councils, such as 207;213).";
              case GSS_CODE -> "the code to reference/council_codes.csv.";
              default -> "the council to reference/councils.csv.";
            },
        nearest == null ? "" : nearest);
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

  /** How messages name a council. */
  static String nameAndCode(Council council) {
    return council.name() + " (" + council.laCode() + ")";
  }
}
