package org.gradeline.publishing.assembling;

/**
 * A file of the reports.
 *
 * @param path its path in the reports
 * @param rows its rows, without the header
 * @param bytes its size
 * @param sha256 its SHA-256 in hexadecimal digits
 */
public record PublishedFile(String path, long rows, long bytes, String sha256) {}
