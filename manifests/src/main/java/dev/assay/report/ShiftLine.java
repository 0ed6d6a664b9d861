package dev.assay.report;

import dev.assay.manifest.Drift;
import dev.assay.manifest.Shift;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far one histogram of a column moved since the version before.
 *
 * @param path column path
 * @param aspect what the histogram counts by
 * @param psi population stability index, four decimals
 * @param ks Kolmogorov–Smirnov distance
 * @param js Jensen–Shannon divergence
 */
record ShiftLine(String path, String aspect, String psi, String ks, String js) {
    /** What moved at all, most first. */
    static List<ShiftLine> in(Drift drift) {
        return drift.distributions().stream()
                .filter(shift ->
                        shift.distance().psiPpm() > 0 || shift.distance().ksPpm() > 0)
                .sorted(Comparator.comparingLong(
                                (Shift shift) -> shift.distance().psiPpm())
                        .reversed())
                .map(ShiftLine::of)
                .toList();
    }

    private static ShiftLine of(Shift shift) {
        return new ShiftLine(
                shift.path(),
                shift.aspect().name().toLowerCase(Locale.ROOT),
                decimal(shift.distance().psiPpm()),
                decimal(shift.distance().ksPpm()),
                decimal(shift.distance().jsPpm()));
    }

    private static String decimal(long ppm) {
        return String.format(Locale.ROOT, "%d.%04d", ppm / 1_000_000, ppm % 1_000_000 / 100);
    }
}
