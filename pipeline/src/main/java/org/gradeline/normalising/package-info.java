/**
 * A raw record to an inspection or a visit, by a list of rules that reject, repair or doubt: see
 * {@link org.gradeline.normalising.RecordRules}.
 */
@NullMarked
package org.gradeline.normalising;

import org.jspecify.annotations.NullMarked;
