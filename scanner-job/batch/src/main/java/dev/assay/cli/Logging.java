package dev.assay.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** How much the libraries may say: warnings of our own code only, unless the user asks for more. */
final class Logging {
    /** Read by the launcher's logging configuration; set before anything logs. */
    private static final String PROPERTY = "assay.verbose";

    private Logging() {}

    static void set(boolean verbose) {
        System.setProperty(PROPERTY, Boolean.toString(verbose));
        if (!verbose) {
            // Nothing is loaded for what will not be said: logback starts when the first library asks for a logger.
            return;
        }
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        Logger root = (Logger) factory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        ((Logger) factory.getLogger("dev.assay")).setLevel(Level.DEBUG);
    }
}
