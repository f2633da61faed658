package org.gradeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestsTest {
  @Test
  void aFileHasTheDigestThatEveryToolGivesIt(@TempDir Path folder) throws IOException {
    // The example of the standard, FIPS 180-2, appendix B.1.
    Path file = Files.writeString(folder.resolve("abc"), "abc");

    assertThat(Digests.of(Location.of(file)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void whatIsNotARegularFileIsRefused(@TempDir Path folder) {
    assertThatThrownBy(() -> Digests.of(Location.of(folder)))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(folder + ": it is not a regular file");
    assertThatThrownBy(() -> Digests.of(Location.of(folder.resolve("nothing"))))
        .isInstanceOf(FileSystemException.class);
  }
}
