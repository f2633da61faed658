package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.ProjectData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the definition of every published table. */
class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.of(ProjectData.reference());

  static Stream<Table<?>> tables() {
    return CATALOGUE.tables().stream();
  }

  @Test
  void everyTableHasANameOfItsOwn() {
    assertThat(tables()).isNotEmpty().extracting(Table::name).doesNotHaveDuplicates();
    assertThat(tables()).extracting(Table::path).doesNotHaveDuplicates();
  }

  @Test
  void everyTableOfTheCatalogueIsAmongAllTables() {
    assertThat(tables())
        .hasSize(
            CATALOGUE.councilTables().size()
                + CATALOGUE.nationalTables().size()
                + CATALOGUE.referenceTables().size()
                + CATALOGUE.qualityIssueTables().size()
                + CATALOGUE.runTables().size());
  }

  @Test
  void everyKindOfIssueIsListedByOneTable() {
    assertThat(CATALOGUE.qualityIssueTables())
        .extracting(QualityIssueTable::issues)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aTableIsInOneOfThreeFoldersUnderItsName(Table<?> table) {
    assertThat(table.name()).matches("[a-z]+(_[a-z]+)*" + (table.isOpenData() ? "(\\.meta)?" : ""));
    assertThat(table.path()).matches("(tables|quality|open_data)/" + table.name() + "\\.csv");
  }

  @ParameterizedTest
  @MethodSource("tables")
  void columnsAreNamedOnceInLowerCase(Table<?> table) {
    assertThat(table.columns()).isNotEmpty();
    assertThat(table.header())
        .doesNotHaveDuplicates()
        .allSatisfy(name -> assertThat(name).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void descriptionsAreSentences(Table<?> table) {
    assertThat(table.description()).matches("[A-Z].*\\.");
    assertThat(table.columns())
        .allSatisfy(
            column -> assertThat(column.description()).as(column.name()).matches("(?s).+[^.]\\."));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void caveatsAreSentences(Table<?> table) {
    assertThat(table.caveats(ProjectData.reference()))
        .doesNotHaveDuplicates()
        .allSatisfy(caveat -> assertThat(caveat).matches("[A-Za-z].*[^ .]\\."));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aPrimaryKeyIsOfColumnsThatAreNeverBlank(Table<?> table) {
    assertThat(table.header()).containsAll(table.primaryKey());
    assertThat(table.primaryKey()).doesNotHaveDuplicates();
    assertThat(table.columns())
        .filteredOn(column -> table.primaryKey().contains(column.name()))
        // The open data standard leaves the region of a national row blank.
        .filteredOn(column -> !column.name().equals("region_code"))
        .allMatch(Column::required);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void rowsAreSortedByTheirKeySoThatTheKeyIsInTheOrderOfTheColumns(Table<?> table) {
    List<String> inOrder = table.header().stream().filter(table.primaryKey()::contains).toList();

    assertThat(table.primaryKey()).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void onlyTextsHaveFixedValues(Table<?> table) {
    assertThat(table.columns())
        .filteredOn(column -> !column.allowed().isEmpty())
        .allSatisfy(
            column -> {
              assertThat(column.type()).isEqualTo(Column.Type.TEXT);
              assertThat(column.allowed()).doesNotHaveDuplicates().doesNotContain("");
            });
  }

  /** Parts that are merged, instead of following each other, are merged by source and line. */
  @ParameterizedTest
  @MethodSource("tables")
  void onlyTablesOfPlacesInTheSourcesAreMerged(Table<?> table) {
    if (table.interleaved()) {
      assertThat(table.header()).startsWith("source", "source_line");
    }
    assertThat(table.interleaved())
        .isEqualTo(
            CATALOGUE.qualityIssueTables().stream()
                .anyMatch(issues -> issues.table().equals(table)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void aColumnThatIsNamedAlikeIsOfOneTypeInAllTables(Table<?> table) {
    for (Column<?> column : table.columns()) {
      // In the open data standard a percentage can be a sign, and a year is a number. The "value"
      // of
      // a context measure is a number, and that of a faulty field a text.
      assertThat(
              tables()
                  .filter(other -> other.isOpenData() == table.isOpenData())
                  .filter(
                      other ->
                          !column.name().equals("value") || other.folder().equals(table.folder()))
                  .flatMap(other -> other.columns().stream())
                  .filter(other -> !other.name().equals("year")))
          .filteredOn(other -> other.name().equals(column.name()))
          .extracting(Column::type)
          .allMatch(column.type()::equals);
    }
  }
}
