package org.gradeline.storage;

import java.io.IOException;

/** A folder that cannot hold the reports. The message says why, and what to do. */
public final class UnfitFolderException extends IOException {
  private static final long serialVersionUID = 1L;

  UnfitFolderException(String message) {
    super(message);
  }
}
