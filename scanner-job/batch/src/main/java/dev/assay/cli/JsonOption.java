package dev.assay.cli;

import picocli.CommandLine.Option;

/** For commands whose result a machine may want. */
final class JsonOption {
    @Option(names = "--json", description = "Print the result as JSON on stdout")
    boolean json;
}
