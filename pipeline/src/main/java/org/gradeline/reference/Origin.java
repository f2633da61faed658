package org.gradeline.reference;

import java.io.Serializable;

/**
 * Who published what the records and the reference data are from, and under which licence.
 * Immutable.
 *
 * @param name who published it
 * @param provides what is from there
 * @param path its address on the web
 * @param licence the licence's short name
 * @param licencePath where the licence is
 */
public record Origin(String name, String provides, String path, String licence, String licencePath)
    implements Serializable {}
