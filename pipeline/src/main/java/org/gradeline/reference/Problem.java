package org.gradeline.reference;

/**
 * Something wrong with reference data.
 *
 * @param file the file, relative to the data folder
 * @param lineNumber its line, from 1; 0 when the file as a whole is meant
 * @param message what is wrong, with the value
 * @param remedy what to do
 */
public record Problem(String file, long lineNumber, String message, String remedy) {
  @Override
  public String toString() {
    return file + (lineNumber > 0 ? ":" + lineNumber : "") + ": " + message + ". " + remedy;
  }
}
