package org.gradeline.cli;

/** Something that the user gave and that cannot be used; the message says what and what to do. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
