package dev.assay.cli;

import dev.assay.gate.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command: parsed by picocli, run with a console, answered with an exit code. */
abstract class AssayCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    GlobalOptions global = new GlobalOptions();

    AssayCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    /** Does the work. Exceptions are turned into messages and exit codes by {@link Assay}. */
    abstract ExitCode execute();

    @Override
    public final Integer call() {
        if (global.verbose) {
            LogSetup.beVerbose();
        }
        return execute().code();
    }
}
