package org.gradeline.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.file.PathUtils;
import org.gradeline.cli.Gradeline;

/**
 * What files and patterns may take that are made to be slow, measured against an ordinary file of
 * the same size. A file without records may take as long as the ordinary one; one of many tiny
 * faulty records as long as the ordinary one takes for as many records.
 */
public final class Budgets {
  private static final int BYTES = 8 << 20;
  private static final int RUNS = 3;

  /** Allows for what a busy machine adds. */
  private static final double TOLERANCE = 2;

  private static final String HEADER = "la_code,framework,published_date,overall_effectiveness\n";
  private static final String ORDINARY_HEADER =
      "la_code,framework,start_date,published_date,report,overall_effectiveness\n";
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;
  private static final Pattern RECORDS = Pattern.compile("Records: ([0-9,]+) read");

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Budgets() {}

  /**
   * A file.
   *
   * @param name what it is made of, for people
   * @param ending of its name
   * @param before what it begins with
   * @param repeated what it goes on with, again and again
   */
  private record Slow(String name, String ending, String before, String repeated) {
    void write(Path file) throws IOException {
      byte[] part = repeated.repeat(Math.max(1, (1 << 16) / repeated.length())).getBytes(LATIN);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
        out.write(before.getBytes(LATIN));
        for (int written = 0; written < BYTES; written += part.length) {
          out.write(part);
        }
      }
    }
  }

  private static final List<Slow> FILES =
      List.of(
          new Slow("line feeds", ".csv", HEADER, "\n"),
          new Slow("carriage returns", ".csv", HEADER, "\r"),
          new Slow("line feeds before a header", ".csv", "", "\n"),
          new Slow("lines of a space", ".csv", HEADER, " \n"),
          new Slow("lines of commas", ".csv", HEADER, ",,,\n"),
          new Slow("line feeds, now and then a NUL", ".csv", HEADER, "\n".repeat(60_000) + "\0\n"),
          new Slow("rows of one cell", ".csv", HEADER, "x\n"),
          new Slow("stray quotes", ".csv", HEADER, "\"\"x\n"),
          new Slow("one row of commas", ".csv", HEADER, ","),
          new Slow("NULs", ".csv", HEADER, "\0\n"),
          new Slow("bytes that are not UTF-8", ".csv", HEADER, "\u00FF\n"),
          new Slow("empty objects", ".json", "", "{}"),
          new Slow("numbers", ".json", "", "1 "),
          new Slow("carriage returns", ".json", "", "\r"),
          new Slow("line feeds", ".jsonl", "", "\n"),
          new Slow("carriage returns", ".jsonl", "", "\r"),
          new Slow("empty objects", ".jsonl", "", "{}\n"),
          new Slow("words that are not JSON", ".jsonl", "", "x\n"));

  /** What a run took: processor seconds, and how many records it read. */
  private record Taken(double seconds, long records) {}

  /** Runs from the project's folder; the arguments do not matter. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("budgets");
    try {
      boolean kept = compare(folder);
      if (!kept) {
        System.exit(1);
      }
    } finally {
      PathUtils.deleteDirectory(folder);
    }
  }

  private static boolean compare(Path folder) throws IOException {
    // The first runs are for the compiler.
    time(folder, write(folder, ".csv", ORDINARY_HEADER + ordinary(2_000)).toString());
    double fixed = time(folder, write(folder, ".csv", HEADER).toString()).seconds();
    Slow usual = new Slow("ordinary records", ".csv", ORDINARY_HEADER, ordinary(20_000));
    Taken ordinary = time(folder, write(folder, usual).toString());
    double perByte = ordinary.seconds() - fixed;
    double perRecord = perByte / ordinary.records();
    System.out.printf(
        "%-36s %6.2f s, %,d records%n%n", usual.name(), ordinary.seconds(), ordinary.records());
    boolean kept = true;
    for (Slow slow : FILES) {
      Taken taken = time(folder, write(folder, slow).toString());
      double budget = fixed + Math.max(perByte, perRecord * taken.records());
      kept &= print(slow.name() + " (" + slow.ending() + ")", taken, ordinary, budget);
    }
    Path input = Files.createDirectories(folder.resolve("a".repeat(200)));
    write(input, ".csv", HEADER);
    Taken stars = time(folder, folder + "/" + "*a".repeat(60) + "*b/*.csv");
    kept &= print("a pattern with 60 stars", stars, ordinary, fixed);
    return kept;
  }

  private static boolean print(String name, Taken taken, Taken ordinary, double budget) {
    boolean kept = taken.seconds() <= budget * TOLERANCE;
    System.out.printf(
        "%-36s %6.2f s, %,9d records, %5.2f times the ordinary, %5.2f times its budget%s%n",
        name,
        taken.seconds(),
        taken.records(),
        taken.seconds() / ordinary.seconds(),
        taken.seconds() / budget,
        kept ? "" : " TOO LONG");
    return kept;
  }

  private static String ordinary(int records) {
    StringBuilder text = new StringBuilder();
    LocalDate first = LocalDate.of(2018, 4, 1);
    for (int i = 0; i < records; i++) {
      LocalDate published = first.plusDays(i % 2_500);
      text.append("340,ilacs,").append(published).append(',').append(published);
      text.append(",https://reports.example.org/").append(i % 2_500).append(",Good\n");
    }
    return text.toString();
  }

  private static Path write(Path folder, Slow slow) throws IOException {
    Path file = folder.resolve("records" + slow.ending() + ".gz");
    slow.write(file);
    return file;
  }

  private static Path write(Path folder, String ending, String text) throws IOException {
    return Files.writeString(folder.resolve("small" + ending), text);
  }

  /** The least of a few runs, in processor time: others may be busy too. */
  private static Taken time(Path folder, String input) {
    Taken least = new Taken(Double.MAX_VALUE, 0);
    for (int i = 0; i < RUNS; i++) {
      StringWriter out = new StringWriter();
      long began = MACHINE.getProcessCpuTime();
      Gradeline.execute(
          new String[] {
            "run",
            "--data",
            "data",
            "--input",
            input,
            "--reports",
            folder.resolve("reports").toString(),
            "--max-rejected",
            "100"
          },
          new PrintWriter(out),
          new PrintWriter(new StringWriter()));
      double seconds = (MACHINE.getProcessCpuTime() - began) / 1e9;
      Matcher records = RECORDS.matcher(out.toString());
      long read = records.find() ? Long.parseLong(records.group(1).replace(",", "")) : 0;
      least = seconds < least.seconds() ? new Taken(seconds, read) : least;
    }
    return least;
  }
}
