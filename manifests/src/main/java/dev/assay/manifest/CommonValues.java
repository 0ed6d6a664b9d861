package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The values that a column holds most often, by keyed digests.
 *
 * @param column column path
 * @param values values that are not empty
 * @param compared those that were compared with every other; all of them, or a sample
 * @param different different values among those compared
 * @param most of those compared, most frequent first, equally frequent ones by digest; at most {@value #MOST}
 */
public record CommonValues(String column, long values, long compared, long different, List<Value> most) {
    /** How many values of a column are told. */
    public static final int MOST = 20;

    /** Cells a value has at least to be told: a rarer one could be one person's. */
    public static final long FEWEST = Representation.FEWEST;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{32}");
    private static final Comparator<Value> ORDER =
            Comparator.comparingLong((Value value) -> -value.cells()).thenComparing(Value::digest);

    /**
     * One value.
     *
     * @param digest the first 128 bits of an HMAC-SHA-256, in hexadecimal digits
     */
    public record Value(String digest, long cells) {
        public Value {
            if (!DIGEST.matcher(digest).matches() || cells < FEWEST) {
                throw new ManifestException(
                        "\"quality.mostCommon\" tells a value by no digest of 32 digits, or of fewer than " + FEWEST
                                + " cells.");
            }
        }

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("digest", digest)
                    .put("cells", cells)
                    .build();
        }

        static Value fromJson(JsonObject json) {
            return new Value(json.string("digest"), json.integer("cells"));
        }
    }

    public CommonValues {
        Require.text(column, "quality.mostCommon.column");
        Require.count(values, "quality.mostCommon.values");
        Require.count(compared, "quality.mostCommon.compared");
        Require.count(different, "quality.mostCommon.different");
        most = List.copyOf(most);
        long told = most.stream().mapToLong(Value::cells).sum();
        boolean sorted = most.stream().sorted(ORDER).toList().equals(most);
        if (compared > values || told > compared || most.size() > Math.min(MOST, different) || !sorted) {
            throw new ManifestException(
                    "\"quality.mostCommon\" of \"" + column + "\" counts more than there is, or in no order.");
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("column", column)
                .put("values", values)
                .put("compared", compared)
                .put("different", different)
                .put("most", most.stream().map(Value::toJson).toList())
                .build();
    }

    static CommonValues fromJson(JsonObject json) {
        return new CommonValues(
                json.string("column"),
                json.integer("values"),
                json.integer("compared"),
                json.integer("different"),
                json.array("most").objects(Value::fromJson));
    }
}
