package org.gradeline.reference;

import java.io.Serializable;

/**
 * A place, or a type of council, that councils are counted by. Immutable.
 *
 * @param position its place among the geographies, from 0
 * @param level {@code national}, {@code region}, {@code ofsted_region} or {@code council_type}
 * @param code its code; empty when it has none
 * @param name its name
 */
public record Geography(int position, String level, String code, String name)
    implements Serializable {
  /** The level of the whole country. */
  public static final String NATIONAL = "national";

  /** The level of the regions of official statistics. */
  public static final String REGION = "region";

  /** The level of the inspectorate's own regions. */
  public static final String OFSTED_REGION = "ofsted_region";

  /** The level of the types of council, such as "County". */
  public static final String COUNCIL_TYPE = "council_type";
}
