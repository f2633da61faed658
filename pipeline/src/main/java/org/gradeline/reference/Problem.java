package org.gradeline.reference;

/**
 * Something that is wrong with reference data. Immutable. Its text says where it is, what is wrong
 * and what to do.
 *
 * @param file the file, relative to the data folder
 * @param lineNumber the line in the file, from 1; 0 when the problem is the whole file
 * @param message what is wrong, with the value
 * @param remedy what to do
 */
public record Problem(String file, long lineNumber, String message, String remedy) {
  @Override
  public String toString() {
    return file + (lineNumber > 0 ? ":" + lineNumber : "") + ": " + message + ". " + remedy;
  }
}
