package org.gradeline.site.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.gradeline.reference.Council;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.PublishedTables;

/** All pages of a site, made one after the other. Not thread safe. */
public final class SitePages {
  private final PageData data;
  private final JsonNode dataPackage;
  private final CouncilPages councils;
  private final DayPages days;
  private final PlacePages places;
  private final ListPages lists;
  private final AboutPages about;
  private final Frames frames;

  /** Takes a page when it is made. */
  @FunctionalInterface
  public interface Sink<T> {
    void take(T page) throws IOException;
  }

  /**
   * @param data what pages are made from
   * @param tables the published tables
   * @param dataPackage the reports' own description
   */
  public SitePages(PageData data, PublishedTables tables, JsonNode dataPackage) {
    this.data = data;
    this.dataPackage = dataPackage;
    this.frames = new Frames(data);
    Rates rates = new Rates(data);
    Pictures pictures = new Pictures(data, frames, rates);
    MapPictures maps = new MapPictures(data, frames);
    this.councils = new CouncilPages(data, frames, new Courses(data), rates);
    this.days = new DayPages(data, frames);
    this.places = new PlacePages(data, frames, rates, pictures, maps);
    this.lists = new ListPages(data, frames, rates, pictures, maps);
    this.about = new AboutPages(data, frames, tables);
  }

  /** The first page. */
  public Article first() {
    return lists.first(days).describing(DatasetDescription.of(dataPackage));
  }

  /** A link to every council, by name. */
  public List<Section.Link> councilLinks() {
    return known().stream()
        .sorted(Comparator.comparing(Council::name))
        .map(council -> new Section.Link(council.name(), data.links().council(council.laCode())))
        .toList();
  }

  /** All councils with their grades. */
  public Article councilList() {
    return lists.councils();
  }

  /** Councils side by side. */
  public Article compare() {
    return lists.compare();
  }

  /** Every other page that is an article. */
  public void articles(Sink<Article> sink) throws IOException {
    for (Council council : known()) {
      sink.take(councils.page(council));
    }
    for (String day : days.days()) {
      sink.take(days.page(day));
    }
    sink.take(days.changes());
    sink.take(lists.waiting());
    for (Line line : lists.mapped()) {
      sink.take(lists.map(line));
    }
    sink.take(places.country());
    for (Geography region : places.regions()) {
      sink.take(places.region(region));
    }
    for (String grouping : places.groupings()) {
      sink.take(places.grouping(grouping));
    }
    sink.take(about.data(dataPackage).describing(DatasetDescription.of(dataPackage)));
    sink.take(about.method());
    sink.take(about.quality());
    sink.take(about.accessibility());
  }

  /** Councils that existed by the day of the tables. */
  private List<Council> known() {
    return data.reference().councils().all().stream()
        .filter(
            council ->
                council.opened() == null
                    || !Objects.requireNonNull(council.opened()).isAfter(data.asAt()))
        .toList();
  }

  /** The cards that other sites embed. */
  public void cards(Sink<Card> sink) throws IOException {
    for (Council council : known()) {
      sink.take(councils.card(council));
    }
  }

  /**
   * The rows of councils' pages as CSV files.
   *
   * @param sink takes path and text
   */
  public void downloads(FileSink sink) throws IOException {
    Catalogue catalogue = Catalogue.of(data.reference());
    for (Council council : known()) {
      for (String table : CouncilDownloads.TABLES) {
        if (!data.rows(table, council).isEmpty()) {
          sink.take(
              data.links().councilStem(council.laCode()) + CouncilDownloads.ending(table),
              data.csv(catalogue.table(table), council));
        }
      }
    }
  }

  /** Takes a file when it is made. */
  @FunctionalInterface
  public interface FileSink {
    void take(String path, String text) throws IOException;
  }

  /**
   * The newest days of publication.
   *
   * @param count how many
   */
  public List<Day> newestDays(int count) {
    List<Day> newest = new ArrayList<>();
    for (String day : days.days().subList(0, Math.min(count, days.days().size()))) {
      newest.add(new Day(day, days.councils(day), days.sentence(day), Links.day(day)));
    }
    return newest;
  }

  /**
   * A day of publication.
   *
   * @param day the day, as in ISO 8601
   * @param councils who had a report
   * @param sentence what came out
   * @param href its page
   */
  public record Day(String day, String councils, String sentence, String href) {}
}
