package dev.assay.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as statements write them: UTC, whole seconds, such as {@code 2026-11-21T08:30:00Z}. */
final class Times {
    private Times() {}

    static String write(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static Instant read(String text, String field) {
        try {
            Instant moment = Instant.parse(text);
            if (write(moment).equals(text)) {
                return moment;
            }
        } catch (DateTimeException notATime) {
            throw new StatementException("\"" + field + "\" is not a time such as 2026-11-21T08:30:00Z.");
        }
        throw new StatementException("\"" + field + "\" is not a time in whole seconds of UTC.");
    }
}
