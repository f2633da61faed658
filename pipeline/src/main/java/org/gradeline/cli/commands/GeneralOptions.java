package org.gradeline.cli.commands;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class GeneralOptions {
  @Option(names = "--debug", description = "Print the stack trace of a failure.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help and exit.")
  boolean help;
}
