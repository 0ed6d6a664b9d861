package dev.assay.config;

import dev.assay.json.JsonObject;
import dev.assay.rights.LicenceCondition;
import dev.assay.rights.LicenceExpression;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Demands licences. A licence that is declared must be an SPDX expression whatever else the rule says.
 *
 * @param allowed SPDX identifiers; every source's expression must be fulfilled with them. Empty allows all
 * @param refusedTerms what no licence may ask; of a choice the mildest counts
 * @param undeclared whether a source, or a card without sources, may declare none
 */
public record LicensesCondition(List<String> allowed, List<LicenceCondition> refusedTerms, Undeclared undeclared)
        implements Condition {

    /** Whether something may be missing from the card. */
    public enum Undeclared {
        ALLOWED,
        FORBIDDEN
    }

    public LicensesCondition {
        allowed = allowed.stream().distinct().sorted().toList();
        refusedTerms = refusedTerms.stream().distinct().sorted().toList();
    }

    static LicensesCondition read(Section rule, String key) {
        Section section = rule.section(key);
        return new LicensesCondition(
                section.list("allowed", LicensesCondition::single),
                section.choices("refused-terms", LicenceCondition.class),
                section.choice("undeclared", Undeclared.class, Undeclared.FORBIDDEN));
    }

    private static String single(String text) {
        if (!(LicenceExpression.parse(text) instanceof LicenceExpression.Licence licence)) {
            throw new IllegalArgumentException("`" + text + "` is more than one licence; list each by itself");
        }
        return licence.toString();
    }

    @Override
    public String kind() {
        return ConditionKind.LICENSES.label();
    }

    @Override
    public JsonObject toJson() {
        Stream<String> terms = refusedTerms.stream().map(LicenceCondition::label);
        return JsonObject.builder()
                .putStrings("allowed", new TreeSet<>(allowed))
                .putStrings("refusedTerms", new TreeSet<>(terms.toList()))
                .put("undeclared", Values.label(undeclared))
                .build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.licenses(this);
    }
}
