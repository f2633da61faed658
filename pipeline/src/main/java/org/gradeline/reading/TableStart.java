package org.gradeline.reading;

import java.util.List;

/**
 * The first rows of a table as its file has them, for whoever wants to describe its columns.
 *
 * @param name its name inside its file; empty where a file is one table
 * @param rows its rows that are not blank, each the texts of its cells
 */
public record TableStart(String name, List<List<String>> rows) {}
