package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/**
 * Demands that the values of columns are as expected: match a pattern, or are in a set. The cells are needed for that, so
 * a scan under the policy counts them, by the expectation's digest; a manifest made under another expectation says nothing
 * about this one.
 *
 * @param form how the values are described
 * @param columns patterns over column paths; a pattern that no column answers to is not met
 * @param accepted patterns in the syntax of detectors, or whole values; sorted, any of them may be met
 * @param min smallest share of the values that are not empty
 */
public record ExpectationCondition(Form form, List<ColumnGlob> columns, List<String> accepted, Share min)
        implements Condition {
    private static final int MOST_ACCEPTED = 1_000;

    /** How values are described. */
    public enum Form {
        PATTERN("patterns"),
        IN_SET("values");

        private final String list;

        Form(String list) {
            this.list = list;
        }

        /** The key in a rule and the name in manifests. */
        public String label() {
            return Values.label(this);
        }
    }

    public ExpectationCondition {
        columns = List.copyOf(columns);
        accepted = List.copyOf(new TreeSet<>(accepted));
    }

    static ExpectationCondition read(Section rule, Form form) {
        Section section = rule.section(form.label()).require("columns").require(form.list);
        List<String> accepted = section.texts(form.list);
        if (accepted.size() > MOST_ACCEPTED) {
            section.problem(form.list, accepted.size() + " are more than " + MOST_ACCEPTED + "; write patterns");
        }
        if (section.has(form.list) && accepted.isEmpty()) {
            section.problem(form.list, "is empty, so nothing could meet it");
        }
        return new ExpectationCondition(
                form,
                section.list("columns", ColumnGlob::new),
                accepted,
                section.findShare("min").orElse(Share.ALL));
    }

    /** Digest of what is accepted, whatever the columns and the share: what manifests name the count by. */
    public String expectationSha256() {
        return JsonObject.builder()
                .put("form", form.label())
                .putStrings("accepted", accepted)
                .build()
                .sha256();
    }

    @Override
    public String kind() {
        return form.label();
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .putStrings("columns", ColumnGlob.patterns(columns))
                .putStrings(form.list, accepted)
                .put("min", min.toString())
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.expectation(this);
    }
}
