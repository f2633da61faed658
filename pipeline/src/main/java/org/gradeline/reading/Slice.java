package org.gradeline.reading;

import java.io.Serializable;

/**
 * A part of a source that one worker reads: from the start of a record to the end of one.
 *
 * @param position its place among all slices of the run, from 0
 * @param source the source
 * @param from first byte
 * @param to the byte behind the last
 * @param firstLine line of the first byte, from 1
 */
public record Slice(int position, Source source, long from, long to, long firstLine)
    implements Serializable {}
