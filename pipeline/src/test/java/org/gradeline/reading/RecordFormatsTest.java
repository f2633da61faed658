package org.gradeline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.tabular.Header;
import org.gradeline.reading.tabular.Row;
import org.gradeline.reading.tabular.TabularReader;
import org.gradeline.reference.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formats that are registered; a further one is a package and a line. */
class RecordFormatsTest {
  @TempDir private Path folder;

  /** A format that is in no main code: rows with pipes between their cells. */
  public static final class PipesFormat implements RecordFormat {
    @Override
    public String key() {
      return "pipes";
    }

    @Override
    public List<String> endings() {
      return List.of(".psv", ".pipes");
    }

    @Override
    public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries)
        throws IOException {
      TabularReader table =
          new TabularReader(Header.sought(layouts), entries, cells -> String.join("|", cells));
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(slice.open(), StandardCharsets.UTF_8))) {
        long lineNumber = slice.firstLine();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          String text = line;
          table.read(new Row(lineNumber, Arrays.asList(line.split("\\|", -1)), () -> text));
          lineNumber++;
        }
      }
      table.end();
      return table.unknownColumns();
    }
  }

  /** A format with an ending that another one has. */
  public static final class SecondCsvFormat implements RecordFormat {
    @Override
    public String key() {
      return "second_csv";
    }

    @Override
    public List<String> endings() {
      return List.of(".csv");
    }

    @Override
    public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries) {
      return Set.of();
    }
  }

  /** What a class loader finds where this format is registered too. */
  private List<RecordFormat> formatsWith(Class<? extends RecordFormat> format) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(RecordFormat.class.getName()), format.getName() + "\n");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, RecordFormat.class.getClassLoader())) {
      return RecordFormats.load(loader);
    }
  }

  @Test
  void theRegisteredFormatsAreInTheOrderOfTheirKeys() {
    assertThat(RecordFormats.load(RecordFormat.class.getClassLoader()))
        .extracting(RecordFormat::key, RecordFormat::endings)
        .containsExactly(
            tuple("csv", List.of(".csv")),
            tuple("json", List.of(".json")),
            tuple("json_lines", List.of(".jsonl")),
            tuple("ods", List.of(".ods")),
            tuple("xlsx", List.of(".xlsx")));
    assertThat(RecordFormats.endingsInWords()).isEqualTo(".csv, .json, .jsonl, .ods or .xlsx");
  }

  @ParameterizedTest
  @CsvSource({
    "records.csv, csv",
    "2014/RECORDS.CSV.GZ, csv",
    "knowsley.json, json",
    "knowsley.json.gz, json",
    "knowsley.jsonl, json_lines",
    "outcomes.ODS, ods",
    "overview.xlsx, xlsx",
    "overview.xls, xlsx",
    "2014/~$overview.xlsx, ",
    "records.csv.zip, ",
    "records.csv.gz.gz, ",
    "csv, ",
    ".gz, ",
  })
  void theNameOfAFileSaysItsFormat(String name, @Nullable String key) {
    RecordFormat format = RecordFormats.ofFile(name);

    assertThat(format == null ? null : format.key()).isEqualTo(key);
  }

  @Test
  void aKeyThatIsNotRegisteredIsAnError() {
    assertThat(RecordFormats.of("json_lines").endings()).containsExactly(".jsonl");
    assertThatThrownBy(() -> RecordFormats.of("pipes"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the format 'pipes' is not registered");
  }

  @Test
  void aSourceFindsItsFormatAlsoOnAnotherMachine() throws Exception {
    Files.writeString(folder.resolve("records.csv"), "la_code\n340\n");
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(Slice.whole(Sources.in(folder).get(0)));
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      Slice received = (Slice) in.readObject();
      assertThat(Reading.of(List.of(received)).each(Field.LA_CODE)).containsExactly("340");
    }
  }

  @Test
  void aNewFormatIsAClassAndALine() throws IOException {
    Path file = folder.resolve("records.psv.gz");
    Files.write(
        file,
        Reading.gzip("la_code|theme\n340|Front door\n\n815\n".getBytes(StandardCharsets.UTF_8)));

    List<RecordFormat> formats = formatsWith(PipesFormat.class);
    RecordFormat pipes = formats.get(formats.size() - 2);
    List<RawEntry> entries = new ArrayList<>();
    pipes.read(
        Slice.whole(new Source(0, 0, "records.psv.gz", file.toString(), "pipes", true, 1)),
        Reading.LAYOUTS,
        entries::add);

    assertThat(formats)
        .extracting(RecordFormat::key)
        .containsExactly("csv", "json", "json_lines", "ods", "pipes", "xlsx");
    assertThat(pipes.takes("records.psv.gz")).isTrue();
    Reading reading = new Reading(entries, Set.of());
    assertThat(reading.each(Field.THEME)).containsExactly("Front door");
    assertThat(reading.lines()).containsExactly(2L, 4L);
    assertThat(reading.unreadable())
        .extracting(Unreadable::message, Unreadable::raw)
        .containsExactly(tuple("the row has 1 cell, but the header has 2", "1 cell, 3 characters"));
  }

  @Test
  void twoFormatsCannotHaveTheSameEnding() {
    assertThatThrownBy(() -> formatsWith(SecondCsvFormat.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the format 'second_csv' shares its key or an ending with another format");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    ".csv, .csv",
    "'.csv .json', .csv or .json",
    "'.csv .ods .xlsx', '.csv, .ods or .xlsx'"
  })
  void endingsAreListedAsInASentence(String endings, String words) {
    assertThat(RecordFormats.inWords(endings.isEmpty() ? List.of() : List.of(endings.split(" "))))
        .isEqualTo(words);
  }
}
