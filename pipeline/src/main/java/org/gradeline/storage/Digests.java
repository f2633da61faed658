package org.gradeline.storage;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** Digests of files. */
public final class Digests {
  private Digests() {}

  /**
   * The SHA-256 of a file, in hexadecimal.
   *
   * @throws IOException when it cannot be read, or is not a regular file
   */
  public static String of(Location file) throws IOException {
    try (InputStream in = file.open()) {
      return new DigestUtils(DigestUtils.getSha256Digest()).digestAsHex(in);
    }
  }
}
