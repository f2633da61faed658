package org.gradeline.cli.commands;

import picocli.CommandLine.Option;

/** Options that have nothing to do with what a command does. */
final class GeneralOptions {
  @Option(names = "--debug", description = "Print the stack trace of a failure.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help and end.")
  boolean help;
}
