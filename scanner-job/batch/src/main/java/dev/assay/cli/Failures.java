package dev.assay.cli;

import dev.assay.gate.ExitCode;

/** Says what went wrong: one message for what the user can mend, a pointer to more for a bug. */
final class Failures {
    private Failures() {}

    static ExitCode report(Console console, Throwable trouble, boolean verbose) {
        ExitCode code = ExitCodes.of(trouble);
        if (code == ExitCode.BUG) {
            console.say("Unexpected: " + summary(trouble) + ". This is a bug in assay"
                    + (verbose ? ":" : "; --verbose prints the stack trace for a report."));
        } else {
            console.say(message(trouble));
        }
        if (verbose) {
            trouble.printStackTrace(console.err());
        }
        return code;
    }

    private static String message(Throwable trouble) {
        if (trouble instanceof OutOfMemoryError) {
            return "Out of memory: the JVM may use " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB. Give it more, for example with ASSAY_OPTS=-Xmx1g, or take fewer workers (`scan.workers`);"
                    + " the same call goes on with what is already scanned.";
        }
        String message = trouble.getMessage();
        return message == null ? summary(trouble) : message;
    }

    private static String summary(Throwable trouble) {
        String name = trouble.getClass().getSimpleName();
        return trouble.getMessage() == null ? name : name + ": " + trouble.getMessage();
    }
}
