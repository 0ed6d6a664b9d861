package dev.assay.format;

import java.time.LocalDate;

/** Dates and times as ISO 8601 text, by whole numbers alone: no zone, no locale. */
final class Times {
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final int JULIAN_EPOCH_DAY = 2_440_588;
    /** Days that have four-digit years, roughly; beyond, the number itself is written. */
    private static final long MIN_DAY = LocalDate.of(-9999, 1, 1).toEpochDay();

    private static final long MAX_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private Times() {}

    /** Nanoseconds in a unit of so many decimal digits. */
    static long nanosPerUnit(int digits) {
        return switch (digits) {
            case 3 -> 1_000_000L;
            case 6 -> 1_000L;
            case 9 -> 1L;
            default -> throw new IllegalArgumentException("No unit of " + digits + " digits.");
        };
    }

    static boolean putDate(long epochDay, CellWriter out) {
        if (epochDay < MIN_DAY || epochDay > MAX_DAY) {
            out.putLong(epochDay);
            return true;
        }
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        if (date.getYear() < 0) {
            out.put((byte) '-');
        }
        out.putPadded(Math.abs(date.getYear()), 4);
        out.put((byte) '-');
        out.putPadded(date.getMonthValue(), 2);
        out.put((byte) '-');
        out.putPadded(date.getDayOfMonth(), 2);
        return true;
    }

    /**
     * A time of day.
     *
     * @param digits decimals of a second the column's unit has; left out where they are all zero
     */
    static boolean putTime(long nanosOfDay, int digits, CellWriter out) {
        if (nanosOfDay < 0 || nanosOfDay > NANOS_PER_DAY) {
            out.putLong(nanosOfDay);
            return true;
        }
        long seconds = nanosOfDay / 1_000_000_000L;
        long fraction = nanosOfDay % 1_000_000_000L / nanosPerUnit(digits);
        out.putPadded(seconds / 3600, 2);
        out.put((byte) ':');
        out.putPadded(seconds / 60 % 60, 2);
        out.put((byte) ':');
        out.putPadded(seconds % 60, 2);
        if (fraction > 0) {
            out.put((byte) '.');
            out.putPadded(fraction, digits);
        }
        return true;
    }

    /** A point in time, in units since 1970; {@code Z} at the end if it is one of UTC. */
    static boolean putTimestamp(long units, int digits, boolean utc, CellWriter out) {
        long unitsPerDay = NANOS_PER_DAY / nanosPerUnit(digits);
        long day = Math.floorDiv(units, unitsPerDay);
        if (day < MIN_DAY || day > MAX_DAY) {
            out.putLong(units);
            return true;
        }
        putDate(day, out);
        out.put((byte) 'T');
        putTime(Math.floorMod(units, unitsPerDay) * nanosPerUnit(digits), digits, out);
        if (utc) {
            out.put((byte) 'Z');
        }
        return true;
    }

    /** A point in time as INT96 holds it: a Julian day and nanoseconds of that day. */
    static boolean putJulian(int julianDay, long nanos, CellWriter out) {
        long day = (long) julianDay - JULIAN_EPOCH_DAY + Math.floorDiv(nanos, NANOS_PER_DAY);
        putDate(day, out);
        out.put((byte) 'T');
        return putTime(Math.floorMod(nanos, NANOS_PER_DAY), 9, out);
    }
}
