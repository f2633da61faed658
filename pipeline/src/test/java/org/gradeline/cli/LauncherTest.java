package org.gradeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code gradeline}, copied into a folder like the project's, with a Java that prints
 * its arguments and a Maven that only says that it was called.
 */
@DisplayName("The launcher")
class LauncherTest {
  private static final Path SCRIPT = Path.of("..", "gradeline");
  private static final String OWN_POM =
      "<project><artifactId>gradeline-parent</artifactId></project>";
  private static final String OTHER_POM = "<project><artifactId>another</artifactId></project>";

  private static final String JAVA =
      """
      #!/bin/sh
      printf '%s\\n' "$@"
      """;

  /** A Java that makes archives of classes, and says whether it was given one. */
  private static final String ARCHIVING_JAVA =
      """
      #!/bin/sh
      case $1 in
        -XX:ArchiveClassesAtExit=*) : > "${1#*=}"; printf once >> "${0%/*}/../grade line/practised" ;;
        -XX:SharedArchiveFile=*) [ ! -f "${1#*=}" ] || echo archived ;;
      esac
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      pwd > built-here
      : > pipeline/target/gradeline.jar
      """;

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "cat",
          "cksum",
          "cut",
          "date",
          "du",
          "find",
          "grep",
          "head",
          "ls",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "tail",
          "touch");

  @TempDir private Path temporary;
  private Path home;
  private Path tools;
  private Path elsewhere;

  /**
   * What came of a command.
   *
   * @param status its exit status
   * @param out what it printed: a line for each argument of Java
   * @param err its messages
   */
  private record Outcome(int status, List<String> out, String err) {}

  @BeforeEach
  void copyTheLauncher() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is a POSIX shell");
    Path root = temporary.toRealPath();
    home = Files.createDirectories(root.resolve("grade line"));
    tools = Files.createDirectories(root.resolve("tools"));
    elsewhere = Files.createDirectories(root.resolve("elsewhere"));
    for (String tool : TOOLS) {
      for (Path folder : List.of(Path.of("/usr/bin"), Path.of("/bin"))) {
        if (Files.exists(folder.resolve(tool)) && !Files.exists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), folder.resolve(tool));
        }
      }
    }
    program(tools.resolve("java"), JAVA);
    Files.copy(SCRIPT, home.resolve("gradeline"));
    Files.createDirectories(home.resolve("data"));
    Files.createDirectories(home.resolve("pipeline/src/main"));
    Files.createDirectories(home.resolve("pipeline/target"));
    Files.writeString(home.resolve("pom.xml"), OWN_POM);
    Files.writeString(jar(), "");
    Instant later = Instant.now().plusSeconds(60);
    Files.setLastModifiedTime(jar(), FileTime.from(later));
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path jar() {
    return home.resolve("pipeline/target/gradeline.jar");
  }

  private Outcome launch(Path folder, String command) throws Exception {
    return launch(folder, command, Map.of());
  }

  private Outcome launch(Path folder, String command, Map<String, String> environment)
      throws Exception {
    Path out = temporary.resolve("out");
    Path err = temporary.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().keySet().removeIf(name -> name.startsWith("GRADELINE_"));
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Outcome(status, Files.readAllLines(out), Files.readString(err));
  }

  private void assertStarts(Outcome outcome, String... arguments) {
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    List<String> end = new ArrayList<>(List.of("-jar", jar().toString()));
    end.addAll(List.of(arguments));
    assertThat(outcome.out()).endsWith(end.toArray(String[]::new));
  }

  private static void assertFails(Outcome outcome, String message) {
    assertThat(outcome.err()).isEqualTo("gradeline: " + message + "\n");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void startsTheProgramWithItsArguments() throws Exception {
    assertStarts(
        launch(home, "./gradeline show 'city of york' --line=in_care"),
        "show",
        "city of york",
        "--line=in_care");
  }

  @Test
  void isFoundFromAnyFolder() throws Exception {
    assertStarts(launch(elsewhere, "'../grade line/gradeline' check"), "check");
    assertStarts(launch(home, "sh gradeline check"), "check");
  }

  @Test
  void isFoundThroughSymbolicLinksAndThePath() throws Exception {
    Path links = Files.createDirectories(elsewhere.resolve("bin"));
    Files.createSymbolicLink(links.resolve("first"), Path.of("../../grade line/gradeline"));
    Files.createSymbolicLink(tools.resolve("gradeline"), links.resolve("first"));

    assertStarts(launch(elsewhere, "bin/first check"), "check");
    assertStarts(launch(elsewhere, "gradeline check"), "check");
  }

  @Test
  void usesItsOwnDataWhereTheCurrentFolderHasNone() throws Exception {
    String own = "-Dgradeline.data=" + home.resolve("data");

    assertThat(launch(elsewhere, "'../grade line/gradeline' run").out()).contains(own);
    assertThat(launch(home, "./gradeline run").out()).doesNotContain(own);
    Files.createDirectories(elsewhere.resolve("data"));
    assertThat(launch(elsewhere, "'../grade line/gradeline' run").out()).doesNotContain(own);
  }

  @Test
  void sizesTheRunByTheDefaultsOfItsOptionsToo() throws Exception {
    String small = "-XX:+UseSerialGC";
    String large = "-XX:+UseParallelGC";
    Path records = Files.createDirectories(elsewhere.resolve("large/inspections"));
    Files.write(records.resolve("large.csv"), new byte[40 << 20]);
    String command = "'../grade line/gradeline' run";

    assertThat(launch(elsewhere, command).out()).contains(small);
    assertThat(launch(elsewhere, command + " --data large").out()).contains(large);
    assertThat(launch(elsewhere, command, Map.of("GRADELINE_DATA", "large")).out()).contains(large);
    Map<String, String> input = Map.of("GRADELINE_INPUT", "none.csv;large/inspections/*.csv");
    assertThat(launch(elsewhere, command, input).out()).contains(large);
    assertThat(launch(elsewhere, command + " --input none.csv", input).out()).contains(small);
    Path file = elsewhere.resolve("gradeline.properties");
    Files.writeString(file, "# a folder's own\n data = large \r\n");
    assertThat(launch(elsewhere, command).out()).contains(large);
    assertThat(launch(elsewhere, command, Map.of("GRADELINE_DATA", "small")).out()).contains(small);
    Files.writeString(file, "run.input=large\nshow.data = large\n");
    assertThat(launch(elsewhere, command).out()).contains(large);
    assertThat(launch(elsewhere, "'../grade line/gradeline' check").out()).contains(small);
  }

  @Test
  void saysThatItsStreamsAreNoTerminal() throws Exception {
    assertThat(launch(home, "./gradeline run").out()).contains("-Dgradeline.terminal=");
  }

  @Test
  void saysWhichOfItsStreamsAreATerminal() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "there is a terminal to be had");
    String onATerminal = script + " -q -e -c '%s' /dev/null | " + tools.resolve("cat");

    assertThat(launch(home, onATerminal.formatted("./gradeline run")).out())
        .contains("-Dgradeline.terminal=out,err");
    assertThat(launch(home, onATerminal.formatted("./gradeline run 2> err")).out())
        .contains("-Dgradeline.terminal=out");
    assertThat(launch(home, onATerminal.formatted("./gradeline run > out; cat out")).out())
        .contains("-Dgradeline.terminal=,err");
  }

  @Test
  void servesInTheZipToo() throws Exception {
    Path unpacked = unpack();

    Outcome outcome = launch(elsewhere, "../gradeline-1.0/bin/gradeline check");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("-Dgradeline.data=" + unpacked.resolve("data"))
        .endsWith("-jar", unpacked.resolve("gradeline.jar").toString(), "check");
  }

  @Test
  void usesTheJavaThatComesWithIt() throws Exception {
    Path unpacked = unpack();
    Path own = Files.createDirectories(unpacked.resolve("java/bin")).resolve("java");
    program(own, JAVA + "echo own\n");

    Outcome outcome =
        launch(elsewhere, "../gradeline-1.0/bin/gradeline check", Map.of("JAVA_HOME", "/no/where"));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).endsWith("check", "own");
  }

  private Path unpack() throws IOException {
    Path unpacked = home.resolveSibling("gradeline-1.0");
    Files.createDirectories(unpacked.resolve("bin"));
    Files.createDirectories(unpacked.resolve("data"));
    Files.copy(SCRIPT, unpacked.resolve("bin/gradeline"));
    Files.writeString(unpacked.resolve("gradeline.jar"), "");
    return unpacked;
  }

  @Test
  void makesItsArchiveOfClassesOnceForEachJava() throws Exception {
    program(tools.resolve("java"), ARCHIVING_JAVA);
    FileTime before = FileTime.from(Instant.now().minusSeconds(60));
    for (String file : List.of("pom.xml", "pipeline/src/main", "pipeline/target/gradeline.jar")) {
      Files.setLastModifiedTime(home.resolve(file), before);
    }

    assertThat(launch(home, "./gradeline run").out()).contains("archived");
    assertThat(launch(home, "./gradeline run").out()).contains("archived");
    assertThat(home.resolve("practised")).hasContent("once");
    assertThat(archives()).hasSize(1);

    program(tools.resolve("java"), ARCHIVING_JAVA + "# another\n");
    assertThat(launch(home, "./gradeline run").out()).contains("archived");
    assertThat(home.resolve("practised")).hasContent("onceonce");
    assertThat(archives()).hasSize(1);
  }

  private List<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(jar().resolveSibling(""))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jsa"))
          .toList();
    }
  }

  @Test
  void saysThatJavaIsTooOld() throws Exception {
    program(
        tools.resolve("java"),
        "#!/bin/sh\n[ $1 != -version ] || echo 'openjdk version \"1.8.0_402\"' >&2\nexit 1\n");

    assertFails(
        launch(home, "./gradeline run"), "java is Java 8. Install a JDK, version 17 or later.");
  }

  @Test
  void saysThatJavaIsMissing() throws Exception {
    Files.delete(tools.resolve("java"));

    assertFails(
        launch(home, "./gradeline run"),
        "there is no Java on the PATH. Install a JDK, version 17 or later.");
    assertFails(
        launch(home, "./gradeline run", Map.of("JAVA_HOME", "/no\\where")),
        "there is no /no\\where/bin/java. Install a JDK, version 17 or later, and set JAVA_HOME to"
            + " its folder.");
  }

  @Test
  void saysSoInJsonToo() throws Exception {
    Files.delete(tools.resolve("java"));

    Files.writeString(elsewhere.resolve("gradeline.properties"), "run.log = json\n");
    List<Outcome> outcomes =
        List.of(
            launchWithoutJava(home, "./gradeline run --log json --quiet", Map.of()),
            launchWithoutJava(home, "./gradeline run --log=json", Map.of()),
            launchWithoutJava(home, "./gradeline check", Map.of("GRADELINE_LOG", "json")),
            launchWithoutJava(elsewhere, "'../grade line/gradeline' run", Map.of()));
    for (Outcome outcome : outcomes) {

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.err().lines()).hasSize(1);
      JsonNode event = new ObjectMapper().readTree(outcome.err());
      assertThat(event.path("level").textValue()).isEqualTo("error");
      assertThat(event.path("event").textValue()).isEqualTo("failed");
      assertThat(event.path("message").textValue()).startsWith("there is no /no\\where/bin/java. ");
      assertThat(event.path("exit_status").intValue()).isEqualTo(1);
    }
  }

  private Outcome launchWithoutJava(Path folder, String command, Map<String, String> defaults)
      throws Exception {
    Map<String, String> environment = new HashMap<>(defaults);
    environment.put("JAVA_HOME", "/no\\where");
    return launch(folder, command, environment);
  }

  @Test
  void saysSoInTextWhereTheCommandLineWantsIt() throws Exception {
    Files.delete(tools.resolve("java"));

    assertFails(
        launch(home, "./gradeline run --log=text", Map.of("GRADELINE_LOG", "json")),
        "there is no Java on the PATH. Install a JDK, version 17 or later.");
    assertFails(
        launch(home, "./gradeline show york", Map.of("GRADELINE_LOG", "json")),
        "there is no Java on the PATH. Install a JDK, version 17 or later.");
  }

  @Test
  void needsMavenOnlyToBuild() throws Exception {
    Files.delete(jar());

    assertFails(
        launch(home, "./gradeline run"),
        "there is no Maven on the PATH to build Gradeline with. Install Maven, version 3.8 or"
            + " later.");
  }

  @Test
  void buildsWhatIsNotBuiltOrOlderThanItsSources() throws Exception {
    program(tools.resolve("mvn"), MAVEN);
    Files.delete(jar());

    Outcome first = launch(elsewhere, "'../grade line/gradeline' run");
    assertThat(first.err())
        .isEqualTo("gradeline: building (the first time takes a minute or two)...\n");
    assertThat(first.out()).endsWith("-jar", jar().toString(), "run");
    assertThat(home.resolve("built-here")).hasContent(home.toString());

    Files.delete(home.resolve("built-here"));
    assertStarts(launch(home, "./gradeline run"), "run");
    assertThat(home.resolve("built-here")).doesNotExist();

    Path source = Files.writeString(home.resolve("pipeline/src/main/New.java"), "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertStarts(launch(home, "./gradeline run --quiet"), "run", "--quiet");
    assertThat(home.resolve("built-here")).exists();
  }

  @Test
  void saysWhereABuildThatFailedSaysWhy() throws Exception {
    program(tools.resolve("mvn"), "#!/bin/sh\necho it does not compile\nexit 1\n");
    Files.delete(jar());

    Outcome outcome = launch(home, "./gradeline run --quiet");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err().lines())
        .containsExactly(
            "it does not compile",
            "gradeline: the build failed. See " + home + "/pipeline/target/build.log.");
  }

  @Test
  void neverBuildsAnotherProgram() throws Exception {
    program(tools.resolve("mvn"), MAVEN);
    Files.writeString(home.resolve("pom.xml"), OTHER_POM);
    Files.setLastModifiedTime(
        home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(120)));

    assertStarts(launch(home, "./gradeline run"), "run");
    Files.delete(jar());
    assertFails(
        launch(home, "./gradeline run"),
        home
            + " has neither the program nor its sources. Link to the launcher in Gradeline's own"
            + " folder instead of copying it.");
    assertThat(home.resolve("built-here")).doesNotExist();
  }
}
