package org.gradeline.reference;

import java.io.Serializable;

/**
 * A place, or a kind of council, that councils are counted by.
 *
 * @param position its place among the geographies, from 0
 * @param level {@code national}, {@code region}, {@code ofsted_region} or {@code council_type}
 * @param code its code; empty where it has none
 * @param name its name
 */
public record Geography(int position, String level, String code, String name)
    implements Serializable {
  public static final String NATIONAL = "national";
  public static final String REGION = "region";
  public static final String OFSTED_REGION = "ofsted_region";
  public static final String COUNCIL_TYPE = "council_type";
}
