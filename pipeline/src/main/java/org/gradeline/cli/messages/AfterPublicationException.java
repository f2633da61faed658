package org.gradeline.cli.messages;

/** A failure of a run that had published its reports already. */
public final class AfterPublicationException extends Exception {
  private static final long serialVersionUID = 1L;

  public AfterPublicationException(Throwable cause) {
    super(cause);
  }
}
