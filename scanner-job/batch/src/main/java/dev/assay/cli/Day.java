package dev.assay.cli;

import dev.assay.config.ConfigException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A last or first day as given on the command line: a date, or days from today such as {@code 90d}; in UTC. */
final class Day {
    private Day() {}

    /** The day it is now, in UTC. */
    static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    static LocalDate parse(String option, String text, Clock clock) {
        try {
            return text.matches("[1-9][0-9]{0,4}d")
                    ? LocalDate.now(clock).plusDays(Integer.parseInt(text, 0, text.length() - 1, 10))
                    : LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new ConfigException(
                    option + ": `" + text + "` is neither a date such as 2027-01-31 nor days such as 90d.");
        }
    }
}
