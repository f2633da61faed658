package org.gradeline.tables;

import java.util.List;
import java.util.stream.Stream;

/** Every published table. A new one is a class and a line here. */
public final class Catalogue {
  /** Tables of each council's own rows. */
  public static final List<CouncilTable> COUNCIL_TABLES =
      List.of(
          new RatingsTable(),
          new VisitsTable(),
          new TrajectoriesTable(),
          new LatestTable(),
          new ConflictsTable());

  /** Tables of counts over all councils. */
  public static final List<NationalTable<?>> NATIONAL_TABLES = List.of(new DistributionsTable());

  /** Tables of notes on the sources. */
  public static final List<NoteTable<?>> NOTE_TABLES =
      List.of(new RejectedTable(), new RepairsTable(), new WarningsTable());

  private Catalogue() {}

  /** All tables: those of the councils, the national ones, those on quality. */
  public static List<TableSchema> schemas() {
    Stream<TableSchema> councils = COUNCIL_TABLES.stream().map(CouncilTable::schema);
    Stream<TableSchema> national = NATIONAL_TABLES.stream().map(NationalTable::schema);
    Stream<TableSchema> notes = NOTE_TABLES.stream().map(NoteTable::schema);
    return Stream.of(councils, national, notes).flatMap(schemas -> schemas).toList();
  }
}
