/** The commands and their options. */
@NullMarked
package org.gradeline.cli.commands;

import org.jspecify.annotations.NullMarked;
