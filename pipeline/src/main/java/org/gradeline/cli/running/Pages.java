package org.gradeline.cli.running;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gradeline.cli.messages.Version;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.site.Site;
import org.gradeline.story.Stories;
import org.gradeline.tables.PublishedTables;

/** Makes the pages of reports, where the register is not too large for them. */
public final class Pages {
  private Pages() {}

  /** Whether there can be pages of so many councils. */
  public static boolean arePossible(Reference reference) {
    return reference.councils().all().size() <= Site.MAX_COUNCILS;
  }

  /** Why there are no pages. */
  public static String tooMany(Reference reference) {
    return String.format(
        Locale.ROOT,
        "No pages: they are made for up to %,d councils, and the register has %,d.",
        Site.MAX_COUNCILS,
        reference.councils().all().size());
  }

  /**
   * Makes the pages.
   *
   * @param reports folder of the tables
   * @param target the folder of the pages, which is new
   * @param date the day to which the tables are
   */
  public static void make(Path reports, Path target, Reference reference, ReportingDate date)
      throws IOException {
    Stories stories = Stories.read(new PublishedTables(reports), reference, date);
    Site.write(reports, target, reference, stories, Version.number());
  }
}
