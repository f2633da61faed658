package org.gradeline.reading.spreadsheet;

import java.io.IOException;

/** Why a workbook, or the rest of one, cannot be read, in terms of the user's file. */
final class WorkbookFault extends IOException {
  private static final long serialVersionUID = 1L;

  private static final String SAVE_AGAIN =
      "Open it in a spreadsheet program and save it again, or get a new copy.";

  private final String suggestion;

  /**
   * @param message what is wrong
   * @param suggestion what to do
   */
  WorkbookFault(String message, String suggestion) {
    super(message);
    this.suggestion = suggestion;
  }

  /** A part that is not as its format asks. */
  static WorkbookFault damaged(String detail) {
    return new WorkbookFault("the workbook is damaged: " + detail, SAVE_AGAIN);
  }

  /** A workbook that only its password opens. */
  static WorkbookFault encrypted() {
    return new WorkbookFault(
        "the workbook is protected by a password", "Save it without a password.");
  }

  /** What to do. */
  String suggestion() {
    return suggestion;
  }

  /** What is wrong. */
  String message() {
    return String.valueOf(getMessage());
  }
}
