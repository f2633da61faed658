package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * A kind of source, recognised by the layouts or the names of its files. Where records of two kinds
 * differ, the kind that is declared first takes precedence. Immutable.
 *
 * @param name what it is, for people who read the file
 * @param layouts keys of the layouts of its files; no other kind has them
 * @param files patterns for the names of its files, such as {@code inspections_*.csv}
 * @param others whether it has all files that no other kind names
 */
public record SourceKind(String name, Set<String> layouts, List<String> files, boolean others)
    implements Serializable {}
