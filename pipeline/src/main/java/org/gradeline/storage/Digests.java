package org.gradeline.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;

/** Digests of files. */
public final class Digests {
  private Digests() {}

  /**
   * The SHA-256 of a file, in hexadecimal.
   *
   * @throws FileSystemException when it is not a regular file: a pipe, for instance, may never end
   * @throws IOException when it cannot be read
   */
  public static String of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(file.toString(), null, "it is not a regular file");
    }
    return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(file);
  }
}
