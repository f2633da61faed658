package org.gradeline.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradeline.normalising.QualityIssue;
import org.gradeline.reference.Reference;
import org.gradeline.statistics.Tally;

/**
 * Every published table. A new one is a class and a line here.
 *
 * @param councilTables tables of each council's own rows
 * @param nationalTables tables over all councils
 * @param referenceTables tables of reference data
 * @param qualityIssueTables tables of places in the sources
 * @param runTables tables on the run as a whole, made when all others are
 */
public record Catalogue(
    List<CouncilTable<?>> councilTables,
    List<NationalTable<?>> nationalTables,
    List<ReferenceTable<?>> referenceTables,
    List<QualityIssueTable<?>> qualityIssueTables,
    List<Table<?>> runTables) {

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
            new NeighbourGradesTable(),
            new WaitingTable(),
            new PublicationDaysTable(reference),
            new ThemesTable(),
            new OpenRatings(),
            new OpenMetadata<>(new OpenRatings(), OpenRatings.FILTERS),
            new OpenMovements(),
            new OpenMetadata<>(new OpenMovements(), OpenMovements.FILTERS)),
        List.of(
            new CouncilsTable(),
            new LinesTable(),
            new FrameworksTable(),
            new GradesTable(),
            new SchemesTable(),
            new ScopesTable(),
            new AreasTable(),
            new LineGradesTable(),
            new AreaGradesTable(),
            new VisitTypesTable(),
            new MeasuresTable(),
            new MarksTable(),
            new ContextTable(reference)),
        List.of(
            QualityIssueTables.REJECTED, QualityIssueTables.REPAIRS, QualityIssueTables.WARNINGS),
        List.of(RevisionsTable.TABLE, ChecksTable.TABLE));
  }

  /** The empty tallies of all national tables, one of each kind. */
  public List<Tally> tallies(RunView run) {
    Map<Class<?>, Tally> tallies = new LinkedHashMap<>();
    for (NationalTable<?> table : nationalTables) {
      if (table instanceof TalliedTable<?, ?> tallied && !tallies.containsKey(tallied.counts())) {
        tallies.put(tallied.counts(), tallied.tally(run));
      }
    }
    return List.copyOf(tallies.values());
  }

  /** The national tables that bring together what ranges gather. */
  public List<GatheredTable<?>> gatheredTables() {
    return nationalTables.stream()
        .filter(GatheredTable.class::isInstance)
        .<GatheredTable<?>>map(table -> (GatheredTable<?>) table)
        .toList();
  }

  /** Writes an issue into its part of the table that lists its kind. */
  public void write(QualityIssue issue, RunView run, TableParts parts) {
    qualityIssueTables.forEach(table -> table.write(issue, run, parts));
  }

  /**
   * The table of a name.
   *
   * @throws java.util.NoSuchElementException when no table has it
   */
  public Table<?> table(String name) {
    return tables().stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * All tables: those of the councils, the national ones, those of reference data, those on
   * quality, those on the run.
   */
  public List<Table<?>> tables() {
    return Stream.<Stream<? extends Table<?>>>of(
            councilTables.stream().map(CouncilTable::table),
            nationalTables.stream().map(NationalTable::table),
            referenceTables.stream().map(ReferenceTable::table),
            qualityIssueTables.stream().map(QualityIssueTable::table),
            runTables.stream())
        .<Table<?>>flatMap(tables -> tables)
        .toList();
  }
}
