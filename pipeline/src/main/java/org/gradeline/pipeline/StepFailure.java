package org.gradeline.pipeline;

/**
 * An error in a step, such as memory that ran out, as an exception.
 *
 * <p>Beam's direct runner reports exceptions of a step to whoever waits for the pipeline. Of an
 * error it first writes to the log, which may fail where memory has run out; then nobody is told,
 * and the pipeline waits for ever for a step that has ended.
 */
final class StepFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param error what ended the step
   */
  StepFailure(Error error) {
    // Without a stack trace, which would need memory; the error has one.
    super(error.toString(), error, false, false);
  }
}
