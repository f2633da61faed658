package org.gradeline.cli.messages;

import java.io.IOException;

/** The machine lacks what a command needs. The message says what, and what to do. */
public final class MachineException extends IOException {
  private static final long serialVersionUID = 1L;

  public MachineException(String message) {
    super(message);
  }

  public MachineException(String message, IOException cause) {
    super(message, cause);
  }
}
