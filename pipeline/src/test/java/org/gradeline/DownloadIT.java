package org.gradeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gradeline.cli.Gradeline;
import org.gradeline.cli.messages.Version;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The zip that people download, unpacked in a folder and used from another, with a Java alone. */
@DisplayName("The download")
class DownloadIT {
  private static final String NAME = "gradeline-" + Version.number();
  private static final Path ZIP = Path.of("target", NAME + ".zip").toAbsolutePath();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

  @TempDir private static Path temporary;
  private static Path home;
  private static Path work;

  /** What came of a command: its exit status and all that it printed. */
  private record Outcome(int status, String text) {}

  @BeforeAll
  static void unpack() throws IOException {
    assumeTrue(Files.exists(ZIP), "a build without tests makes no download");
    work = Files.createDirectory(temporary.resolve("an empty folder"));
    Files.createDirectory(temporary.resolve("user"));
    Files.createDirectory(temporary.resolve("tools"));
    Files.createSymbolicLink(temporary.resolve("tools/java"), JAVA);
    home = unpackInto(temporary.resolve("installed"));
    Files.createSymbolicLink(temporary.resolve("tools/gradeline"), home.resolve("bin/gradeline"));
  }

  /** Unpacks with the permissions that the zip gives. */
  private static Path unpackInto(Path folder) throws IOException {
    URI zip = URI.create("jar:" + ZIP.toUri());
    try (FileSystem packed =
            FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
        Stream<Path> files = Files.walk(packed.getPath("/"))) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(packed.getPath("/").relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
          Files.setLastModifiedTime(target, Files.getLastModifiedTime(file));
        }
      }
    }
    return folder.resolve(NAME).toRealPath();
  }

  private static Outcome run(String command) throws Exception {
    Path text = Files.createTempFile(temporary, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(text.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", temporary.resolve("tools") + ":/usr/bin:/bin");
    builder.environment().put("HOME", temporary.resolve("user").toString());
    return new Outcome(builder.start().waitFor(), Files.readString(text));
  }

  private static void assertDone(String command, String expected) throws Exception {
    Outcome outcome = run(command);
    assertThat(outcome.text()).as(command).contains(expected);
    assertThat(outcome.status()).as(command).isZero();
  }

  @Test
  void hasTheProgramItsDataAndWhatIsSaidOfThem() throws IOException {
    assertThat(names(home))
        .contains(
            "LICENSE",
            "README.md",
            "SECURITY.md",
            "CHANGELOG.md",
            "bin",
            "completion",
            "data",
            "docs",
            "gradeline.jar",
            "lib",
            "licences",
            "man");
    assertThat(names(home.resolve("bin"))).containsExactly("gradeline", "gradeline.cmd");
    assertThat(Files.getPosixFilePermissions(home.resolve("bin/gradeline")))
        .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(Files.getPosixFilePermissions(home.resolve("LICENSE")))
        .doesNotContain(PosixFilePermission.OWNER_EXECUTE, PosixFilePermission.OTHERS_WRITE);
  }

  @Test
  void hasTheLibrariesOfTheClassPathAndNoOther() throws IOException {
    try (JarFile jar = new JarFile(home.resolve("gradeline.jar").toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      assertThat(names(home.resolve("lib")).stream().map(name -> "lib/" + name))
          .containsExactlyInAnyOrder(classPath.split(" "));
      assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
    }
  }

  @Test
  void hasTheLicenceOfEachLibrary() throws IOException {
    List<String> listed = Files.readAllLines(home.resolve("licences/LIBRARIES.txt"));

    for (String jar : names(home.resolve("lib"))) {
      String library = jar.replaceAll("\\.jar$", "");
      String line =
          listed.stream()
              .filter(text -> library.equals(text.replaceAll(".*:([^:]+):([^ ]+) - .*", "$1-$2")))
              .findFirst()
              .orElse("");
      assertThat(line).as(library).startsWith("     (");
      // A library under this project's own licence need not bring its text.
      if (!line.matches(" *\\((The )?Apache.*")) {
        assertThat(home.resolve("licences").resolve(library)).as(line).isNotEmptyDirectory();
      }
    }
  }

  @Test
  void everyFileThatItsPagesNameIsThere() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(home.resolve("README.md")));
    pages.add(home.resolve("data/README.md"));
    try (Stream<Path> docs = Files.walk(home.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
    }
    assertThat(pages).hasSizeGreaterThan(10);
    for (Path page : pages) {
      Matcher link = LINK.matcher(Files.readString(page));
      while (link.find()) {
        assertThat(page.resolveSibling(link.group(1))).exists();
      }
    }
  }

  @Test
  void runsEveryCommandFromAnyFolderThroughALinkOnThePath() throws Exception {
    assertDone("gradeline --version", "gradeline " + Version.number());
    assertDone("gradeline run --lineage lineage.jsonl", "Checks:");
    assertThat(work.resolve("reports/site/index.html")).exists();
    assertThat(work.resolve("reports/gradeline.sqlite")).exists();
    assertDone("gradeline check", "Checks:");
    assertDone("gradeline show knowsley", "Knowsley (340)");
    assertDone("gradeline show 2014-06-30", "30 June 2014");
    assertDone("gradeline show knowsley --json", "\"Knowsley\"");
    assertDone("gradeline diff reports reports", "");
    assertDone("gradeline site", "");
    assertDone(
        "gradeline check --suggest-layout --input '" + home + "/data/inspections/visits.csv'", "");
  }

  @Test
  void keepsItsArchiveOfClassesWithTheUserWhereItsFolderIsReadOnly() throws Exception {
    Path installed = unpackInto(temporary.resolve("read-only"));
    Files.setPosixFilePermissions(installed, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(installed), "this user may write to read-only folders");

      assertDone("'" + installed + "/bin/gradeline' show knowsley --reports none", "");
      assertThat(names(temporary.resolve("user/.cache/gradeline" + installed))).hasSize(1);
    } finally {
      Files.setPosixFilePermissions(installed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void hasALauncherForWindows() throws Exception {
    String script = Files.readString(home.resolve("bin/gradeline.cmd"));
    assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
    String start =
        script.lines().filter(line -> line.startsWith("\"%java%\"")).findFirst().orElseThrow();
    String command =
        start
            .replace("%java%", "java")
            .replace("%home%\\", home + "/")
            .replace("%data%", home + "/data")
            .replace("%GRADELINE_JAVA_OPTS%", "")
            .replace("%*", "check");

    // No shell of Windows is here: its last line is run by this one.
    assertThat(command).doesNotContain("%");
    assertDone(command, "Checks:");
  }

  @Test
  void describesEveryCommandAndOptionInItsManual() throws IOException {
    CommandLine program = Gradeline.commandLine();
    Set<String> pages = new TreeSet<>(Set.of("gradeline.1"));
    program.getSubcommands().keySet().forEach(name -> pages.add("gradeline-" + name + ".1"));

    assertThat(names(home.resolve("man/man1"))).containsExactlyElementsOf(pages);
    for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
      String page = Files.readString(home.resolve("man/man1/gradeline-" + command.getKey() + ".1"));
      command
          .getValue()
          .getCommandSpec()
          .options()
          .forEach(
              option ->
                  assertThat(page)
                      .contains("\\fB" + option.longestName().replace("-", "\\-") + "\\fR"));
    }
  }

  @Test
  void completesCommandsInBash() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is bash");

    assertDone(
        "bash -c 'source \""
            + home
            + "/completion/gradeline\"; COMP_WORDS=(gradeline sh); COMP_CWORD=1;"
            + " _complete_gradeline; echo \"[${COMPREPLY[*]}]\"'",
        "[show]");
  }

  private static List<String> names(Path folder) {
    String[] names = folder.toFile().list();
    if (names == null) {
      throw new UncheckedIOException(new IOException("there is no folder " + folder));
    }
    Arrays.sort(names);
    return List.of(names);
  }
}
