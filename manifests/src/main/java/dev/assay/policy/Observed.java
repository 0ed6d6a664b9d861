package dev.assay.policy;

import dev.assay.config.MeasureCondition;
import dev.assay.manifest.Share;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says about a measure: an exact fraction, or two between which all of it lies.
 *
 * @param known what there is to compare
 * @param low numerator of the lower end
 * @param high numerator of the upper end
 * @param of denominator of both; 0 where there was nothing to count, which meets every limit
 * @param text what a person reads
 */
record Observed(Known known, BigDecimal low, BigDecimal high, long of, String text) {

    /** What there is to compare. */
    enum Known {
        FRACTION,
        /** Nothing, and that is no objection. */
        NOT_APPLICABLE,
        NOTHING
    }

    static Observed number(long value, String text) {
        return between(BigDecimal.valueOf(value), BigDecimal.valueOf(value), text);
    }

    static Observed between(BigDecimal low, BigDecimal high, String text) {
        return new Observed(Known.FRACTION, low, high, 1, text);
    }

    static Observed ratio(long numerator, long denominator, String text) {
        BigDecimal value = BigDecimal.valueOf(numerator);
        return new Observed(Known.FRACTION, value, value, denominator, text);
    }

    static Observed share(Share share, String what) {
        return ratio(share.count(), share.of(), share.count() + " of " + share.of() + " " + what);
    }

    static Observed shares(long low, long high, long of, String text) {
        return new Observed(Known.FRACTION, BigDecimal.valueOf(low), BigDecimal.valueOf(high), of, text);
    }

    /** Nothing to compare, and that is no objection. */
    static Observed met(String text) {
        return new Observed(Known.NOT_APPLICABLE, BigDecimal.ZERO, BigDecimal.ZERO, 0, text);
    }

    /** Nothing to compare. */
    static Observed nothing(String text) {
        return new Observed(Known.NOTHING, BigDecimal.ZERO, BigDecimal.ZERO, 0, text);
    }

    boolean meets(MeasureCondition condition) {
        return switch (known) {
            case NOT_APPLICABLE -> true;
            case NOTHING -> false;
            case FRACTION -> of == 0 || (atLeast(condition.min()) && atMost(condition.max()));
        };
    }

    private boolean atLeast(@Nullable BigDecimal min) {
        return min == null || low.compareTo(min.multiply(BigDecimal.valueOf(of))) >= 0;
    }

    private boolean atMost(@Nullable BigDecimal max) {
        return max == null || high.compareTo(max.multiply(BigDecimal.valueOf(of))) <= 0;
    }
}
