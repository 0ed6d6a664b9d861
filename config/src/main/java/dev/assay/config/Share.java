package dev.assay.config;

import java.math.BigDecimal;

/**
 * An exact share of a whole, from 0 to 1, such as 0.001: one in a thousand.
 *
 * @param value without trailing zeros
 */
public record Share(BigDecimal value) implements Comparable<Share> {
    public static final Share ALL = new Share(BigDecimal.ONE);
    public static final Share NONE = new Share(BigDecimal.ZERO);

    public Share {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not at " + value.toPlainString());
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    /**
     * Reads a decimal such as {@code 0.001}.
     *
     * @throws IllegalArgumentException saying what was wrong with the text
     */
    public static Share parse(String text) {
        if (!text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
            throw new IllegalArgumentException(
                    "`" + text + "` is no share, write a decimal between 0 and 1 such as 0.014");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(text + " is below 0, give a share such as 0.014");
        }
        if (value.compareTo(BigDecimal.ONE) > 0) {
            String meant = value.compareTo(BigDecimal.valueOf(100)) <= 0
                    ? value.movePointLeft(2).stripTrailingZeros().toPlainString()
                    : "0.014";
            throw new IllegalArgumentException(text + " is above 1, give a share such as " + meant);
        }
        return new Share(value);
    }

    /** Whether {@code part} of {@code whole} is more than this share; exact. Nothing of nothing is no share at all. */
    public boolean isExceededBy(long part, long whole) {
        return compare(part, whole) > 0;
    }

    /** Whether {@code part} of {@code whole} is at least this share; exact. All of nothing is everything. */
    public boolean isReachedBy(long part, long whole) {
        return compare(part, whole) >= 0 || whole == 0;
    }

    private int compare(long part, long whole) {
        return BigDecimal.valueOf(part).compareTo(value.multiply(BigDecimal.valueOf(whole)));
    }

    /** The plain decimal, such as {@code 0.001}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }

    @Override
    public int compareTo(Share other) {
        return value.compareTo(other.value);
    }
}
