package org.gradeline.site.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.reference.Framework;
import org.gradeline.reference.Line;
import org.gradeline.reference.Scheme;
import org.gradeline.site.pages.DataTable.Cell;
import org.gradeline.site.pages.DataTable.Head;
import org.gradeline.site.pages.DataTable.Row;
import org.gradeline.site.pages.DataTable.Show;
import org.gradeline.site.pages.Section.Link;
import org.gradeline.story.Words;
import org.gradeline.tables.Catalogue;
import org.gradeline.tables.PublishedRow;
import org.gradeline.tables.PublishedTables;
import org.gradeline.tables.Table;

/** Makes the pages on the data, the method, the quality of the records, and the site itself. */
final class AboutPages {
  /** The quality tables can be as long as the input; a page shows their beginning. */
  private static final long MAX_ROWS = 200;

  private final PageData data;
  private final Frames frames;
  private final PublishedTables tables;
  private final Catalogue catalogue;

  AboutPages(PageData data, Frames frames, PublishedTables tables) {
    this.data = data;
    this.frames = frames;
    this.tables = tables;
    this.catalogue = Catalogue.of(data.reference());
  }

  /**
   * Every file of the reports.
   *
   * @param dataPackage the reports' own description
   */
  Article data(JsonNode dataPackage) {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("files", "Files").tables(files(dataPackage)));
    for (JsonNode resource : dataPackage.path("resources")) {
      sections.add(
          Section.of(
                  "table-" + resource.path("name").asText().replace('_', '-'),
                  resource.path("path").asText())
              .text(List.of(resource.path("description").asText()))
              .tables(columns(resource))
              .closed());
    }
    return new Article(
        frames.of("Data", "Every file, with its columns and what they mean.", "data.html"),
        "Data",
        List.of(
            "Every number of this site is in these files. They contain public sector information"
                + " licensed under the Open Government Licence v3.0. Each table is described below,"
                + " column by column, with what its figures carry."),
        sections);
  }

  private static DataTable files(JsonNode dataPackage) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode resource : dataPackage.path("resources")) {
      String path = resource.path("path").asText();
      rows.add(
          new Row(
              "",
              List.of(
                  Cell.of(path, "").linked("../" + path),
                  Cell.of(resource.path("rows").asText(), ""),
                  Cell.of(resource.path("bytes").asText(), ""),
                  Cell.of(resource.path("hash").asText(), ""))));
    }
    return new DataTable(
        "Files",
        "datapackage.json",
        "",
        List.of(
            new Head("File", "", false),
            new Head("Rows", "", true),
            new Head("Bytes", "", true),
            new Head("Hash", "", false)),
        rows);
  }

  private static DataTable columns(JsonNode resource) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode field : resource.path("schema").path("fields")) {
      rows.add(
          new Row(
              "",
              List.of(
                  Cell.of(field.path("name").asText(), ""),
                  Cell.of(field.path("type").asText(), ""),
                  Cell.of(field.path("description").asText(), ""))));
    }
    return new DataTable(
        "Columns of " + resource.path("path").asText(),
        "datapackage.json",
        "",
        List.of(
            new Head("Column", "", false),
            new Head("Type", "", false),
            new Head("What it says", "", false)),
        rows);
  }

  /** The rules, in words for readers. */
  Article method() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.of("rules", "How ratings are counted")
            .text(
                List.of(
                    "A rating is in force from the day on which its report came out until the"
                        + " council's next rating on the same judgement comes out, or until a full"
                        + " inspection does not judge it any more, or until the council closes.",
                    "A reporting date is a pair of days: a rating counts if its inspection had"
                        + " started by the first and its report was out by the second.",
                    "A council at a grade since a day has had every rating since then at that"
                        + " grade, over all its reports.",
                    "A share is of the councils with a grade in force. Its interval is the 95 %"
                        + " Wilson score interval. It tells how much the share could vary by chance"
                        + " with as few councils.",
                    "How long councils stay at the lowest grade is an estimate (Kaplan-Meier),"
                        + " because some have not left it yet.",
                    "Grades are an order and not a measure. No averages of grades are made, and no"
                        + " councils are ranked.")));
    for (Scheme scheme : data.reference().schemes()) {
      sections.add(
          Section.of("scheme-" + scheme.key().replace('_', '-'), scheme.label())
              .text(
                  Stream.concat(
                          Stream.of("Inspected by " + scheme.inspectorate() + "."),
                          data.lines(scheme).stream().map(AboutPages::definition))
                      .toList()));
    }
    sections.add(
        Section.of("frameworks", "Frameworks")
            .text(data.reference().frameworks().stream().map(AboutPages::framework).toList()));
    List<String> caveats =
        catalogue.tables().stream()
            .flatMap(table -> table.caveats(data.reference()).stream())
            .distinct()
            .toList();
    sections.add(Section.of("caveats", "What may be compared").text(caveats));
    return new Article(
        frames.of("Method", "How the figures are made and what may be compared.", "method.html"),
        "Method",
        List.of(
            "How the figures of this site are made from inspection reports, and what may be"
                + " compared with what."),
        sections);
  }

  private static String definition(Line line) {
    return line.label() + ": " + line.definition() + ".";
  }

  private static String framework(Framework framework) {
    return framework.label()
        + " ("
        + framework.key()
        + ")"
        + (framework.firstDay() == null ? "" : ", from " + Words.date(framework.firstDay()))
        + ".";
  }

  /** What was rejected, repaired, doubted or revised. */
  Article quality() throws IOException {
    List<Section> sections = new ArrayList<>();
    for (String name :
        List.of("checks", "rejected", "conflicts", "warnings", "repairs", "revisions")) {
      Table<?> table = catalogue.table(name);
      Section section = Section.of(name, Words.capitalised(name));
      if (!tables.has(table)) {
        continue;
      }
      List<PublishedRow> rows = tables.first(table, MAX_ROWS);
      List<String> text = new ArrayList<>(List.of(table.description()));
      if (rows.isEmpty()) {
        text.add("There is none in this run.");
      }
      if (rows.size() == MAX_ROWS) {
        text.add("These are the first " + MAX_ROWS + ".");
      }
      sections.add(
          section
              .text(text)
              .tables(whole(table, rows))
              .links(List.of(new Link(table.path(), "../" + table.path()))));
    }
    return new Article(
        frames.of(
            "Quality", "What this run rejected, repaired, doubted or revised.", "quality.html"),
        "Quality of the records",
        List.of(
            "What the run that made this site rejected, repaired, doubted or revised, with the file"
                + " and the line. Nothing is guessed and nothing is lost in silence."),
        sections);
  }

  private static DataTable whole(Table<?> table, List<PublishedRow> rows) {
    return DataTable.of(
        Words.capitalised(table.name()),
        table.path(),
        rows,
        List.of(),
        table.header().stream()
            .map(column -> Show.text(Words.capitalised(column.replace('_', ' ')), column))
            .toList());
  }

  /** How the site is made to be used by all. */
  Article accessibility() {
    return new Article(
        frames.of("Accessibility", "How this site can be used by everyone.", "accessibility.html"),
        "Accessibility",
        List.of(
            "This site is made to be used by everyone: with a keyboard, with a screen reader, at"
                + " 400 % zoom, on a small screen, in the dark, on paper and without scripts."),
        List.of(
            Section.of("pictures", "Pictures")
                .text(
                    List.of(
                        "Every picture has a title that says what it shows, a description, and its"
                            + " figures as a table under 'Data'. No grade is told by colour alone:"
                            + " each block has a letter.")),
            Section.of("scripts", "Scripts")
                .text(
                    List.of(
                        "Searching, sorting and comparing use one small script of this site."
                            + " Without it every page still has all its content. No page loads"
                            + " anything from another site.")),
            Section.of("tested", "How it was tested")
                .text(
                    List.of(
                        "Every kind of page is checked with axe-core in light and dark, against the"
                            + " HTML standard with the Nu validator, at 320 pixels, and at 200 %"
                            + " text, whenever the program changes.")),
            Section.of("limits", "What is not yet good")
                .text(
                    List.of(
                        "Wide tables and timelines scroll sideways on a small screen. The table"
                            + " under each picture has the same figures.",
                        "Linked inspection reports are the inspectorate's own files, and many are"
                            + " PDF documents."))));
  }
}
