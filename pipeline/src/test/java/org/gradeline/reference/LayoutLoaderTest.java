package org.gradeline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Layout.Sentinel;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Layouts and the order of sources, as they are loaded")
class LayoutLoaderTest {
  private static final String SOUND =
      """
      layouts:
        - layout: new
          label: A new one
          columns:
            - {column: Name, field: council}
            - {column: Out, field: published_date, dates: [dd/mm/yy]}
            - {column: [Overall,  Overall   effectiveness], area: overall_effectiveness}
            - {column: Inspector, left_out: true}
            - {column: Kind, field: inspection_type, optional: true}
          dates: [d mmmm yyyy]
          constants: {framework: ilacs}
          sentinels:
            missing: ["n/a"]
            not_judged: [-]
            unreadable: ["Illegible  "]
          visit_types:
            focused visit: Look in
          area_names:
            care_leavers: [Leavers]
      """;

  @Test
  void saysWhatEveryColumnIs(@TempDir Path folder) throws ReferenceException {
    Layout layout = only(new DataFolder(folder).write("layouts/new.yaml", SOUND).load(), "new");

    assertThat(layout.columns())
        .containsOnly(
            Map.entry("name", new Column.OfField(Field.COUNCIL)),
            Map.entry("out", new Column.OfField(Field.PUBLISHED_DATE)),
            Map.entry("overall", new Column.OfArea("overall_effectiveness")),
            Map.entry("overall effectiveness", new Column.OfArea("overall_effectiveness")),
            Map.entry("inspector", new Column.LeftOut()),
            Map.entry("kind", new Column.OfField(Field.INSPECTION_TYPE)));
    assertThat(layout.missing(Set.of("name", "overall effectiveness")))
        .extracting(Layout.Requirement::label)
        .containsExactly("Out");
    assertThat(layout.missing(Set.of("name", "out", "overall", "a column besides"))).isEmpty();
  }

  @Test
  void readsDatesAndSentinelsInItsOwnWay(@TempDir Path folder) throws ReferenceException {
    Layout layout = only(new DataFolder(folder).write("layouts/new.yaml", SOUND).load(), "new");

    assertThat(layout.date(Field.PUBLISHED_DATE, "27/10/23")).hasToString("2023-10-27");
    assertThat(layout.date(Field.START_DATE, "27/10/23")).isNull();
    assertThat(layout.date(Field.START_DATE, "12 March 2010")).hasToString("2010-03-12");
    assertThat(layout.dateForms(Field.PUBLISHED_DATE)).isEqualTo("dd/mm/yy");
    assertThat(layout.sentinel(" N/A ")).isEqualTo(Sentinel.MISSING);
    assertThat(layout.sentinel("-")).isEqualTo(Sentinel.NOT_JUDGED);
    assertThat(layout.sentinel("illegible")).isEqualTo(Sentinel.UNREADABLE);
    assertThat(layout.sentinel("Good")).isNull();
    assertThat(layout.constants()).containsExactly(Map.entry(Field.FRAMEWORK, "ilacs"));
    assertThat(layout.visitTypes().get("look in"))
        .isNotNull()
        .extracting(VisitType::key)
        .isEqualTo("focused visit");
    assertThat(layout.area("LEAVERS")).isEqualTo("care_leavers");
    assertThat(layout.area("in_care")).isEqualTo("in_care");
  }

  @Test
  void theProgramsOwnLayoutComesFirstAndNeedsNoFile(@TempDir Path folder)
      throws ReferenceException {
    DataFolder data = new DataFolder(folder);
    data.files("layouts").forEach(file -> data.delete("layouts/" + file));
    data.delete("layouts").delete("sources.yaml");

    Reference reference = data.load();

    assertThat(reference.layouts()).extracting(Layout::key).containsExactly(Layout.OWN);
    assertThat(reference.sources()).isEmpty();
  }

  @Test
  void theProjectsOwnSourcesAreOfficialFirstAndScrapedLast() {
    assertThat(ProjectData.reference().sources())
        .extracting(SourceKind::layouts)
        .first()
        .isEqualTo(Set.of("ofsted_ilacs_history", "ofsted_in_year", "ofsted_as_at"));
    assertThat(ProjectData.reference().sources())
        .extracting(SourceKind::layouts)
        .last()
        .isEqualTo(Set.of("d2i_overview", "d2i_history"));
  }

  private static Layout only(Reference reference, String key) {
    return reference.layouts().stream()
        .filter(layout -> layout.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("faultyLayouts")
  void aFaultIsReportedWithItsLineNumber(
      String old, String fresh, List<String> problems, @TempDir Path folder) {
    assertThat(SOUND).contains(old);
    DataFolder data = new DataFolder(folder).write("layouts/new.yaml", SOUND.replace(old, fresh));

    assertThat(data.problems()).isEqualTo(problems);
  }

  static Stream<Arguments> faultyLayouts() {
    return Stream.of(
        fault(
            "label: A new one",
            "labell: A new one",
            "layouts/new.yaml:3: 'labell' is not known here. Did you mean 'label'?",
            "layouts/new.yaml:2: 'label' is missing. Add it."),
        fault(
            "field: council}",
            "field: councel}",
            "layouts/new.yaml:5: 'councel' is not a field. Did you mean 'council'?",
            "layouts/new.yaml:2: no column identifies the council. Give a column one of the fields"
                + " council, gss_code, la_code, urn."),
        fault(
            "area: overall_effectiveness}",
            "area: overall}",
            "layouts/new.yaml:7: 'overall' is not an area of any framework. Use one of [adoption,"
                + " care_leavers, experiences_and_outcomes, help_and_protection, impact_of_leaders,"
                + " in_care, leadership_management_governance, looked_after,"
                + " looked_after_and_permanence, lscb, overall_effectiveness, safeguarding,"
                + " written_statement]."),
        fault(
            "left_out: true}",
            "left_out: yes}",
            "layouts/new.yaml:8: 'left_out' is 'yes'. It must be one of [true, false]."),
        fault(
            "left_out: true}",
            "left_out: true, field: urn}",
            "layouts/new.yaml:8: a column needs one of field, area and left_out, and this one has"
                + " [field, left_out]. Give one of the three."),
        fault(
            "column: Inspector",
            "column: Name",
            "layouts/new.yaml:8: the column 'name' appears twice. Keep one of the two."),
        fault(
            "column: Kind, field: inspection_type",
            "column: Kind, field: council",
            "layouts/new.yaml:9: two columns are the same field or area. Keep one, and give it both"
                + " names if a file may have either: column: [a, b]."),
        fault(
            "column: Kind, field: inspection_type",
            "column: Kind, field: grade",
            "layouts/new.yaml:2: the fields 'area' and 'grade' must be used together. Give both."),
        fault(
            "dates: [dd/mm/yy]",
            "dates: [dd/yy]",
            "layouts/new.yaml:6: 'dd/yy' is not a way of writing dates. Write it with d, dd, m, mm,"
                + " mmm, mmmm, yy and yyyy, such as dd/mm/yyyy."),
        fault(
            "field: council}",
            "field: council, dates: [dd/mm/yy]}",
            "layouts/new.yaml:5: the column is not a date. Give 'dates' only to dates."),
        fault(
            "framework: ilacs",
            "framework: ilac",
            "layouts/new.yaml:11: the framework 'ilac' is not known. Did you mean 'ilacs'?"),
        fault(
            "constants: {framework: ilacs}",
            "frameworks_by_date: [{framework: sif, areas: {in_care: lookedafter}}, {framework:"
                + " sif}, {types: [a]}]",
            "layouts/new.yaml:11: 'lookedafter' is not an area of sif. Use one of"
                + " [overall_effectiveness, help_and_protection, looked_after_and_permanence,"
                + " adoption, care_leavers, leadership_management_governance, lscb].",
            "layouts/new.yaml:11: the framework 'sif' appears twice. Keep one of the two.",
            "layouts/new.yaml:11: 'framework' is missing. Add it."),
        fault(
            "constants: {framework: ilacs}",
            "constants: {framework: ilacs}\n    frameworks_by_date: [{framework: sif}]",
            "layouts/new.yaml:12: the layout has 'frameworks_by_date' and a constant 'framework'."
                + " Keep one of the two."),
        fault(
            "not_judged: [-]",
            "not_judged: [n/a]",
            "layouts/new.yaml:14: 'n/a' appears twice. Keep it under one meaning."),
        fault(
            "missing: [",
            "absent: [",
            "layouts/new.yaml:13: 'absent' is not known here. Use one of [missing, not_judged,"
                + " unreadable]."),
        fault(
            "focused visit:",
            "focussed visit:",
            "layouts/new.yaml:17: 'focussed visit' is not a visit type. Did you mean 'focused"
                + " visit'?"),
        fault(
            "care_leavers: [",
            "care_leaver: [",
            "layouts/new.yaml:19: 'care_leaver' is not an area of any framework. Did you mean"
                + " 'care_leavers'?"),
        fault(
            "layout: new",
            "layout: gradeline",
            "layouts/new.yaml:2: the layout 'gradeline' appears twice. Rename one of the two."),
        fault(
            "  dates: [d mmmm",
            "  prose_rows: some\n    dates: [d mmmm",
            "layouts/new.yaml:10: 'prose_rows' is 'some'. Write a whole number."),
        fault(
            "  dates: [d mmmm",
            "  prose_rows: 101\n    dates: [d mmmm",
            "layouts/new.yaml:10: 'prose_rows' is 101. Write at most 100."));
  }

  private static Arguments fault(String old, String fresh, String... problems) {
    return arguments(old, fresh, List.of(problems));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faultySources")
  void aFaultInTheOrderOfSourcesIsReportedWithItsLineNumber(
      String source, String problem, @TempDir Path folder) {
    DataFolder data = new DataFolder(folder).write("sources.yaml", "sources:\n  - " + source);

    assertThat(data.problems()).containsExactly(problem);
  }

  static Stream<Arguments> faultySources() {
    return Stream.of(
        arguments(
            "{source: A, layouts: [d2i]}",
            "sources.yaml:2: the layout 'd2i' is not known. Use one of [gradeline, d2i_overview,"
                + " d2i_history, ofsted_ilacs_history, ofsted_in_year, ofsted_as_at]."),
        arguments(
            "{source: A}",
            "sources.yaml:2: the source has no files. Give 'files', 'layouts', or 'others: true'"
                + " for the rest."),
        arguments(
            "{source: A, files: ['[x']}",
            "sources.yaml:2: '[x' is not a pattern (Missing ']). Write a file name, with * or ? for"
                + " the parts that vary."),
        arguments(
            "{source: A, others: true}\n  - {source: B, others: true}",
            "sources.yaml:3: two sources have 'others: true'. Keep it with one of them."),
        arguments(
            "{source: A, layouts: [d2i_history]}\n  - {source: B, layouts: [d2i_history]}",
            "sources.yaml:3: the layout 'd2i_history' belongs to two sources. Keep it with one of"
                + " them."));
  }
}
