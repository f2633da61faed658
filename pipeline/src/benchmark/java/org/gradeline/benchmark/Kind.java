package org.gradeline.benchmark;

import java.time.LocalDate;
import java.util.List;

/** The kinds of generated records, and between which days they are published. */
@SuppressWarnings("ImmutableEnumChecker") // The list is immutable.
enum Kind {
  SLAC("slac", "2009-08-01", "2012-07-31", false, "full", "safeguarding", "looked_after"),
  CPI("cpi", "2012-08-01", "2013-07-31", false, "full", "overall_effectiveness"),
  TLAC("tlac", "2013-05-01", "2013-09-30", false, "full", "overall_effectiveness"),
  SIF(
      "sif",
      "2014-02-01",
      "2018-03-31",
      true,
      "single",
      "overall_effectiveness",
      "help_and_protection",
      "looked_after_and_permanence",
      "adoption",
      "care_leavers",
      "leadership_management_governance",
      "lscb"),
  LSCB("lscb", "2014-02-01", "2018-03-31", true, "review", "lscb"),
  ILACS(
      "ilacs",
      "2018-03-01",
      "2026-10-31",
      true,
      "standard",
      "overall_effectiveness",
      "impact_of_leaders",
      "help_and_protection",
      "in_care",
      "care_leavers"),
  VISIT("ilacs", "2015-01-01", "2026-10-31", true, "monitoring visit");

  final String framework;
  final LocalDate first;
  final LocalDate last;

  /** Whether the start of the inspection is known. */
  final boolean starts;

  final String type;
  final List<String> areas;

  Kind(String framework, String first, String last, boolean starts, String type, String... areas) {
    this.framework = framework;
    this.first = LocalDate.parse(first);
    this.last = LocalDate.parse(last);
    this.starts = starts;
    this.type = type;
    this.areas = List.of(areas);
  }
}
