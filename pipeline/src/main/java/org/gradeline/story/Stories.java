package org.gradeline.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gradeline.reference.Council;
import org.gradeline.reference.Line;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.PublishedRows;
import org.gradeline.tables.PublishedTables;
import org.jspecify.annotations.Nullable;

/**
 * Stories of councils and days in sentences that can be quoted, from the published tables. Not
 * thread safe. For example:
 *
 * <pre>{@code
 * Stories stories = Stories.read(tables, reference, null);
 * stories.ofCouncil(knowsley, reference.lines()).forEach(chapter -> print(chapter.lines()));
 * }</pre>
 */
public final class Stories {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String RUN = "run.json";

  private final Known known;

  private Stories(Known known) {
    this.known = known;
  }

  /** The tables know nothing of the day that a story is to be told as at. */
  public static final class TooLateException extends Exception {
    private static final long serialVersionUID = 1L;

    TooLateException(LocalDate last) {
      super("the tables end at " + last + ". Give an earlier day");
    }
  }

  /**
   * Reads what stories are made from.
   *
   * @param reference the run's reference data
   * @param asAt the day that stories are told as at: nothing later is in them; null for the tables'
   *     own
   * @throws TooLateException when that day is after the tables' own
   * @throws java.nio.file.NoSuchFileException when a table is missing
   * @throws org.gradeline.tables.UnreadableTableException when a table is not what it should be
   */
  public static Stories read(PublishedTables tables, Reference reference, @Nullable LocalDate asAt)
      throws IOException, TooLateException {
    ReportingDate date = date(tables, reference);
    if (asAt != null && asAt.isAfter(date.asAt())) {
      throw new TooLateException(date.asAt());
    }
    return read(tables, reference, asAt == null ? date : new ReportingDate(asAt, asAt));
  }

  /**
   * Reads what stories are made from, as at the tables' own date.
   *
   * @param date the tables' own date
   */
  public static Stories read(PublishedTables tables, Reference reference, ReportingDate date)
      throws IOException {
    UnreadJudgements unread = UnreadJudgements.of(tables);
    return new Stories(
        new Known(reference, PublishedRecords.read(tables, reference, unread), date, unread));
  }

  /** The tables' own date: the latest standings say what day, and the run's manifest the other. */
  public static ReportingDate date(PublishedTables tables, Reference reference) throws IOException {
    JsonNode run = MAPPER.nullNode();
    Path manifest = tables.reports().resolve(RUN);
    if (Files.isRegularFile(manifest)) {
      run = MAPPER.readTree(Files.readString(manifest));
    }
    try (PublishedRows latest = tables.rows(Catalogue.of(reference).table("latest"))) {
      String asAt = latest.next() ? latest.text("as_at") : run.path("as_at").asText();
      LocalDate day = PartialDate.parseDay(asAt);
      if (day == null) {
        throw latest.unreadable("'" + asAt + "' is not a day");
      }
      LocalDate publishedBy = PartialDate.parseDay(run.path("published_by").asText());
      return new ReportingDate(day, publishedBy == null ? day : publishedBy);
    }
  }

  /** The day that stories are told as at. */
  public LocalDate asAt() {
    return known.date().asAt();
  }

  /** The first day of the records; null when there are none. */
  public @Nullable LocalDate firstDay() {
    return known.firstDay();
  }

  /** A council's story along some lines. */
  public List<Chapter> ofCouncil(Council council, List<Line> lines) {
    return CouncilStory.of(council, lines, known).chapters();
  }

  /**
   * A council's story in the parts that its page has.
   *
   * @param opening the paragraph that leads, and what belongs right behind it
   * @param successors who took over a closed council; empty for an open one
   * @param neighbours who its statistical neighbours are, and by which model
   * @param waiting how long it has waited for an inspection
   */
  public record Parts(
      List<String> opening, List<String> successors, String neighbours, List<String> waiting) {}

  /** A council's story along all lines, in parts. */
  public Parts partsOfCouncil(Council council) {
    CouncilStory story = CouncilStory.of(council, known.reference().lines(), known);
    return new Parts(
        story.opening(), story.successors(), story.whoNeighboursAre(), story.waiting());
  }

  /** The same story as data. */
  public ObjectNode ofCouncilAsJson(Council council, List<Line> lines) {
    return StoryJson.of(CouncilStory.of(council, lines, known));
  }

  /** The story of a day or month. */
  public List<Chapter> ofDate(PartialDate date, List<Line> lines) {
    return new DayStory(date, lines, known).chapters();
  }

  /** The same story as data. */
  public ObjectNode ofDateAsJson(PartialDate date, List<Line> lines) {
    DayStory story = new DayStory(date, lines, known);
    ObjectNode node = MAPPER.createObjectNode();
    node.put("date", date.toString());
    node.set("story", StoryJson.chapters(story.chapters()));
    ArrayNode reports = node.putArray("reports");
    story.reports().forEach(report -> reports.add(StoryJson.of(report)));
    return node;
  }
}
