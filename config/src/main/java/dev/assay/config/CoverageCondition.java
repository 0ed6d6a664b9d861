package dev.assay.config;

import dev.assay.json.JsonObject;

/**
 * Demands that the dataset was read.
 *
 * @param complete whether nothing at all may be skipped, truncated or undecodable
 * @param minBytes smallest share of the expected bytes that was read
 * @param minRows smallest share of the expected rows that was read
 */
public record CoverageCondition(boolean complete, Share minBytes, Share minRows) implements Condition {
    static CoverageCondition read(Section rule, String key) {
        Section coverage = rule.section(key);
        boolean shares = coverage.has("min-bytes") || coverage.has("min-rows");
        boolean complete = coverage.truth("complete", !shares);
        Share minBytes = coverage.findShare("min-bytes").orElse(Share.NONE);
        Share minRows = coverage.findShare("min-rows").orElse(Share.NONE);
        if (complete && shares) {
            coverage.problem(
                    "complete", "asks for everything, so min-bytes and min-rows say nothing; keep one of them");
        }
        if (!complete && !shares) {
            coverage.problem("complete", "demands nothing; set it to true, or give min-bytes or min-rows");
        }
        return new CoverageCondition(complete, complete ? Share.ALL : minBytes, complete ? Share.ALL : minRows);
    }

    @Override
    public String kind() {
        return ConditionKind.COVERAGE.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("complete", complete)
                .put("minBytes", minBytes.toString())
                .put("minRows", minRows.toString())
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.coverage(this);
    }
}
