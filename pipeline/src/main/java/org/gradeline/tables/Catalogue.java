package org.gradeline.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradeline.reference.Reference;
import org.gradeline.statistics.Tally;

/**
 * Every published table. A new one is a class and a line here.
 *
 * @param councilTables tables of each council's own rows
 * @param nationalTables tables of counts over all councils
 * @param qualityIssueTables tables of notes on the sources
 * @param runTables tables on the run as a whole
 */
public record Catalogue(
    List<CouncilTable> councilTables,
    List<NationalTable<?>> nationalTables,
    List<QualityIssueTable<?>> qualityIssueTables,
    List<RunTable<?>> runTables) {

  /**
   * All tables of a run.
   *
   * @param reference the run's reference data: some tables have a column a grade
   */
  public static Catalogue of(Reference reference) {
    return new Catalogue(
        List.of(
            new RatingsTable(),
            new VisitsTable(),
            new TrajectoriesTable(),
            new LatestTable(),
            new TimeInGradeTable(),
            new PanelTable(),
            new ConflictsTable()),
        List.of(
            new DistributionsTable(),
            new TransitionsTable(),
            new MovementsTable(),
            new ChangesTable(),
            new RecoveryTable(),
            new RecoverySummaryTable(),
            new NeighboursTable(reference),
            new PublicationDaysTable(reference),
            new ThemesTable(),
            new OpenRatings(),
            new OpenMetadata<>(new OpenRatings(), OpenRatings.FILTERS),
            new OpenMovements(),
            new OpenMetadata<>(new OpenMovements(), OpenMovements.FILTERS)),
        List.of(new RejectedTable(), new RepairsTable(), new WarningsTable()),
        List.of(new RevisionsTable(), new ChecksTable()));
  }

  /** The empty tallies of all national tables, one of each kind. */
  public List<Tally<?>> tallies(RunView run) {
    Map<Class<?>, Tally<?>> tallies = new LinkedHashMap<>();
    for (NationalTable<?> table : nationalTables) {
      if (!tallies.containsKey(table.counts())) {
        tallies.put(table.counts(), table.tally(run));
      }
    }
    return List.copyOf(tallies.values());
  }

  /**
   * What all tables are: those of the councils, the national ones, those on quality, those on the
   * run.
   */
  public List<TableSchema> schemas() {
    return Stream.of(
            councilTables.stream().map(CouncilTable::schema),
            nationalTables.stream().map(NationalTable::schema),
            qualityIssueTables.stream().map(QualityIssueTable::schema),
            runTables.stream().map(RunTable::schema))
        .flatMap(schemas -> schemas)
        .toList();
  }
}
