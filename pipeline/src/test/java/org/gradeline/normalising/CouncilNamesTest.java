package org.gradeline.normalising;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradeline.reference.Council;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A council is known by any of its codes, its name and its aliases; nothing is guessed. */
class CouncilNamesTest {

  @ParameterizedTest
  @CsvSource({
    "LA_CODE,  340,                                       340",
    "LA_CODE,  ' 340 ',                                   340",
    "LA_CODE,  ３４０,                                     340",
    "GSS_CODE, E08000011,                                 340",
    "GSS_CODE, e08000011,                                 340",
    "GSS_CODE, E08000016,                                 370", // Barnsley to March 2025
    "GSS_CODE, E08000038,                                 370", // and since
    "GSS_CODE, E10000009,                                 835", // abolished with its council
    "URN,      80426,                                     370",
    "COUNCIL,  Knowsley,                                  340",
    "COUNCIL,  knowsley council,                          340",
    "COUNCIL,  KNOWSLEY METROPOLITAN BOROUGH COUNCIL,     340",
    "COUNCIL,  Council of the Isles of Scilly,            420",
    "COUNCIL,  City of London,                            201",
    "COUNCIL,  London Borough of Brent,                   304",
    "COUNCIL,  Royal Borough of Kensington & Chelsea,     207",
    "COUNCIL,  Hammersmith & Fulham,                      205",
    "COUNCIL,  'Bristol, City of',                        801",
    "COUNCIL,  Bristol,                                   801",
    "COUNCIL,  'Kingston upon Hull, City of',             810",
    "COUNCIL,  Kingston-upon-Hull City of,                810",
    "COUNCIL,  St. Helens,                                342",
    "COUNCIL,  St Helens,                                 342",
    "COUNCIL,  'Bournemouth, Christchurch & Poole',       839",
    "COUNCIL,  Bournemouth Christchurch and Poole,        839",
    "COUNCIL,  BCP,                                       839",
    "COUNCIL,  Stoke on Trent,                            861",
    "COUNCIL,  Southend-on-Sea,                           882",
    // The county was abolished in 2019, and the unitary authority took its name over.
    "COUNCIL,  Dorset County Council,                     835",
    "COUNCIL,  Dorset,                                    838",
    "COUNCIL,  Dorset Council,                            838",
  })
  void aCodeOrNameStandsForOneCouncil(Field field, String text, String laCode) {
    String published = laCode.equals("838") || laCode.equals("839") ? "2020-01-01" : "2014-06-30";
    Example record =
        Example.knowsley()
            .without(Field.LA_CODE)
            .without(Field.COUNCIL)
            .without(Field.START_DATE)
            .without(Field.END_DATE)
            .with(Field.PUBLISHED_DATE, published)
            .with(Field.FRAMEWORK, published.equals("2020-01-01") ? "ilacs" : "sif")
            .withoutJudgements()
            .judged("overall_effectiveness", "Inadequate")
            .with(field, text);

    assertThat(council(record)).isEqualTo(laCode);
  }

  @Test
  void allThatARecordSaysOfItsCouncilMayAgree() {
    Example record =
        Example.knowsley()
            .with(Field.GSS_CODE, "E08000016")
            .with(Field.LA_CODE, "370")
            .with(Field.URN, "80426")
            .with(Field.COUNCIL, "Barnsley Metropolitan Borough Council");

    assertThat(council(record)).isEqualTo("370");
  }

  @Test
  void everyCouncilIsKnownByItsOwnNameAndByEachOfItsCodes() {
    ListedCouncils listed =
        new ListedCouncils(Example.REFERENCE.councils(), new Succession(Example.REFERENCE));
    for (Council council : Example.REFERENCE.councils().all()) {
      assertThat(listed.resolve(new CouncilNaming(council.laCode(), "", "", council.name())))
          .isEqualTo(Parsed.valid(new ListedCouncils.Named(List.of(council), List.of())));
      for (Council.Code code : council.codes()) {
        assertThat(listed.resolve(new CouncilNaming("", code.code(), council.urn(), "")))
            .isEqualTo(Parsed.valid(new ListedCouncils.Named(List.of(council), List.of())));
      }
    }
    assertThat(Example.REFERENCE.councils().all()).hasSize(158);
  }

  private static String council(Example record) {
    List<Council> councils = Example.REFERENCE.councils().all();
    return councils.get(record.inspection().council()).laCode();
  }
}
