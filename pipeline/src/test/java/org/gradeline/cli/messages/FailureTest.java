package org.gradeline.cli.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a failure is called, and what to do. */
class FailureTest {
  private static final String MEMORY =
      "there is not enough memory. Allow more with GRADELINE_JAVA_OPTS=-Xmx";
  private static final String THREADS = "the system starts no more threads for this program. Raise";
  private static final String FILES = "the system opens no more files for this program. Raise";
  private static final String DISK = "the disk is full (";

  static List<Arguments> faultsOfTheMachine() {
    return Stream.of(
            List.of(new OutOfMemoryError("Java heap space"), MEMORY),
            List.of(new RuntimeException(new OutOfMemoryError("GC overhead")), MEMORY),
            List.of(
                new OutOfMemoryError(
                    "unable to create native thread: possibly out of memory or process/resource"
                        + " limits reached"),
                THREADS),
            List.of(new FileSystemException("a.csv", null, "Too many open files"), FILES),
            List.of(new UncheckedIOException(new IOException("a: Too many open files")), FILES),
            List.of(new IOException("Too many open files in system"), FILES),
            List.of(new IOException("No space left on device"), DISK),
            List.of(new FileSystemException("a", null, "Disk quota exceeded"), DISK),
            List.of(
                new IOException("x.sqlite", new SQLException("database or disk is full")), DISK),
            List.of(
                new UnsatisfiedLinkError("a.so: failed to map segment from shared object"),
                "a library that the program needs cannot be loaded (a.so: failed to map segment"),
            List.of(
                new NoClassDefFoundError("org/gradeline/X"),
                "a part of the program cannot be loaded (java.lang.NoClassDefFoundError"),
            List.of(
                new ExceptionInInitializerError(new OutOfMemoryError("Java heap space")), MEMORY),
            List.of(
                new RuntimeException(
                    new MachineException("the folder /x cannot be used.", new IOException("y"))),
                "the folder /x cannot be used."))
        .map(list -> Arguments.of(list.toArray()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("faultsOfTheMachine")
  void ofTheMachineSaysWhatToDo(Throwable thrown, String message) {
    assertThat(Failure.text(thrown)).startsWith(message).endsWith(".").doesNotContain("\n");
    assertThat(Failure.withoutData(thrown)).isEqualTo(Failure.text(thrown));
  }

  @Test
  void ofAFileNamesIt() {
    assertThat(Failure.text(new AccessDeniedException("a.csv")))
        .isEqualTo("cannot write or read a.csv: permission denied.");
    assertThat(Failure.text(new IOException(new NoSuchFileException("a.csv"))))
        .isEqualTo("cannot write or read a.csv: there is no such file.");
  }

  /** What a user's text says is not what the machine says. */
  @Test
  void thatIsNotOfTheMachineIsNotTakenForOne() {
    assertThat(Failure.text(new IllegalStateException("the theme 'no space left on device'")))
        .startsWith("internal failure: ");
  }
}
