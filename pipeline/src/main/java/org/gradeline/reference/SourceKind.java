package org.gradeline.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * A kind of source, told by the layout of its files or by their names; where two kinds differ, the
 * one that is declared first is believed.
 *
 * @param name what it is called
 * @param layouts keys of layouts that only its files have
 * @param files patterns of its files' names, such as {@code inspections_*.csv}
 * @param others whether it stands for all files that no other kind names
 */
public record SourceKind(String name, Set<String> layouts, List<String> files, boolean others)
    implements Serializable {}
