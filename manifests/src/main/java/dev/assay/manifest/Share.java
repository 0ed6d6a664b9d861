package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.math.BigInteger;

/**
 * How many of how many.
 *
 * @param count how many; at most {@code of}
 * @param of out of how many; 0 only if {@code count} is 0
 */
public record Share(long count, long of) {
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    public Share {
        Require.count(count, "count");
        Require.count(of, "of");
        if (count > of) {
            throw new ManifestException("A share counts " + count + " of only " + of + ".");
        }
    }

    /** Parts per million, rounded down; 0 of 0 is 0. */
    public int ppm() {
        return of == 0
                ? 0
                : BigInteger.valueOf(count)
                        .multiply(MILLION)
                        .divide(BigInteger.valueOf(of))
                        .intValueExact();
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("count", count)
                .put("of", of)
                .put("ppm", ppm())
                .build();
    }

    static Share fromJson(JsonObject json) {
        return new Share(json.integer("count"), json.integer("of"));
    }
}
