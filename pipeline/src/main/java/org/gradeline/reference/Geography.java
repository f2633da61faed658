package org.gradeline.reference;

import java.io.Serializable;

/**
 * A place, or another group, that councils are counted in. Immutable.
 *
 * @param position its place among the geographies, from 0
 * @param level {@code national}, or the grouping that it is of
 * @param code its code; empty when it has none
 * @param name its name
 */
public record Geography(int position, String level, String code, String name)
    implements Serializable {
  /** The level of the whole country. */
  public static final String NATIONAL = "national";

  /** The grouping of the regions of official statistics. */
  public static final String REGION = "region";

  /** The grouping of the inspectorate's own regions. */
  public static final String OFSTED_REGION = "ofsted_region";

  /** The grouping of the types of council, such as "County". */
  public static final String COUNCIL_TYPE = "council_type";
}
