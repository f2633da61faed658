package org.gradeline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.cli.defaults.Defaults;
import org.gradeline.cli.defaults.GivenArguments;
import org.gradeline.cli.defaults.Surroundings;
import org.gradeline.tables.CellWriter;

/**
 * A command as a user gives it, with what it printed.
 *
 * @param status its exit status
 * @param out what it printed on standard output
 * @param err what went wrong
 */
record CommandLineRun(int status, String out, String err) {
  /** The project's own data, seen from the module's folder. */
  static final Path DATA = Path.of("..", "data");

  private static final List<String> CHECKS =
      List.of("--enforceImmutability=true", "--enforceEncodability=true");

  static CommandLineRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Gradeline.execute(arguments, new PrintWriter(out), new PrintWriter(err));
    return new CommandLineRun(status, out.toString(), err.toString());
  }

  /** The same with defaults around it. */
  static CommandLineRun around(Surroundings around, String... arguments) {
    return on(Terminal.NONE, around, arguments);
  }

  /** The same on a terminal. */
  static CommandLineRun on(Terminal terminal, Surroundings around, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Gradeline.execute(
            GivenArguments.of(arguments, Defaults.of(around)),
            terminal,
            new PrintWriter(out),
            new PrintWriter(err));
    return new CommandLineRun(status, out.toString(), err.toString());
  }

  /** Knowsley's story from the tables of a reports folder. */
  static CommandLineRun showKnowsley(Path reports) {
    return of("show", "knowsley", "--data", DATA.toString(), "--reports", reports.toString());
  }

  /** A run with the runner's checks on. Pages have tests of their own. */
  static CommandLineRun run(Path reports, List<String> options, String... beam) {
    return run(Stream.concat(Stream.of("--no-site"), options.stream()), reports, beam);
  }

  /** The same with its pages. */
  static CommandLineRun runWithPages(Path reports, List<String> options, String... beam) {
    return run(options.stream(), reports, beam);
  }

  private static CommandLineRun run(Stream<String> options, Path reports, String... beam) {
    List<String> arguments = new ArrayList<>(List.of("run", "--reports", reports.toString()));
    options.forEach(arguments::add);
    if (!arguments.contains("--data")) {
      arguments.addAll(List.of("--data", DATA.toString()));
    }
    arguments.add("--");
    arguments.addAll(CHECKS);
    arguments.addAll(List.of(beam));
    return of(arguments.toArray(new String[0]));
  }

  /** Rows of a published table. */
  static List<CSVRecord> rows(Path reports, String path) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(
            reports.resolve(path),
            StandardCharsets.UTF_8,
            CellWriter.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  /** Every file of a reports folder that a run's time of day does not show in, by its path. */
  static Map<String, byte[]> files(Path reports) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(reports)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = reports.relativize(path).toString().replace('\\', '/');
        if (!name.equals("run.json") && !name.startsWith(".")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    }
    return files;
  }
}
