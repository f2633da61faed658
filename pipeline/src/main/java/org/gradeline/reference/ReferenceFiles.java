package org.gradeline.reference;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is taken in place of files of the data folder, and who is left out. Immutable.
 *
 * @param neighbours file of neighbours; null for the data folder's own
 * @param groupings file of groupings; null for the data folder's own
 * @param excluded local authority codes of the councils that are in no count
 */
public record ReferenceFiles(
    @Nullable Path neighbours, @Nullable Path groupings, List<String> excluded) {
  /** The data folder's own files, and nobody left out. */
  public static final ReferenceFiles OWN = new ReferenceFiles(null, null, List.of());
}
