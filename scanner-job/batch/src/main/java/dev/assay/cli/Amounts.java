package dev.assay.cli;

import java.time.Duration;
import java.util.Locale;

/** Amounts as people read them. */
final class Amounts {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Amounts() {}

    /** Such as {@code 12.4 MiB}. */
    static String bytes(long bytes) {
        int unit = 0;
        long tenths = bytes * 10;
        if (bytes > Long.MAX_VALUE / 10) {
            tenths = bytes;
        }
        while (tenths >= 10_240 && unit < UNITS.length - 1) {
            tenths /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%d.%d %s", tenths / 10, tenths % 10, UNITS[unit]);
    }

    /** Such as {@code 3 min 12 s}. */
    static String time(Duration time) {
        if (time.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%d.%d s", time.toSeconds(), time.toMillisPart() / 100);
        }
        return time.toHours() == 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    /** Such as {@code 1 file}, {@code 2 files}. */
    static String count(long count, String one) {
        return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
    }
}
