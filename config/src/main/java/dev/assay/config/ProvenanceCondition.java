package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.TreeSet;

/**
 * Demands that the card says where the data came from, and that it does not stay silent on what was found.
 *
 * @param required what every source must declare; a card without sources does not meet it
 * @param undeclaredData whether kinds of personal data may be found that the card does not name
 * @param specialCategories what special categories of data, once found, ask of the card
 * @param children what signs of children, once found, ask of the card
 * @param listings what the lists of files that the card names ask of the files
 * @param upstream what there must be on record of the datasets that sources were made from
 * @param rows what columns that tell where rows came from must say
 */
public record ProvenanceCondition(
        List<Term> required,
        LicensesCondition.Undeclared undeclaredData,
        SpecialCategories specialCategories,
        ChildDemand children,
        Listings listings,
        Upstreams upstream,
        RowOriginDemand rows)
        implements Condition {

    /** What a source may declare. */
    public enum Term {
        ISSUER,
        ORIGIN,
        ORIGIN_GEOGRAPHY,
        DATE,
        GENERATION_METHOD,
        LICENSE,
        INTENDED_PURPOSE,
        LEGAL_BASIS,
        CONSENTS,
        RETENTION,
        SUPPLIER,
        PROCESSING_INCLUDED,
        STORAGE_ALLOWED;

        /** The name in the card and in policies. */
        public String label() {
            return Values.label(this);
        }

        /** The name in the record, such as {@code legalBasis}. */
        public String recordKey() {
            String[] words = label().split("-", -1);
            StringBuilder key = new StringBuilder(words[0]);
            for (int i = 1; i < words.length; i++) {
                key.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
            }
            return key.toString();
        }
    }

    /** What special categories (GDPR Article 9) ask of the card. */
    public enum SpecialCategories {
        ALLOWED,
        /** A source declares a legal basis under Article 9(2), or names where consents are recorded. */
        CONSENT_REFERENCE
    }

    /** What lists of files, such as {@code SHA256SUMS}, ask of the dataset. */
    public enum Listings {
        ANY,
        /** Where the card names lists, no file of them is missing or differs. */
        NOTHING_MISSING,
        /** As {@link #NOTHING_MISSING}, the card names a list, and every file of the dataset is in one. */
        COMPLETE
    }

    /** What the datasets that sources name under {@code upstream} must be, as the scan found them. */
    public enum Upstreams {
        ANY,
        /** Each is on record, in one version, and its statements are signed by whom they must. */
        ON_RECORD,
        /** As {@link #ON_RECORD}, and it passes the policy or was approved. */
        APPROVED
    }

    public ProvenanceCondition {
        required = required.stream().distinct().sorted().toList();
    }

    static ProvenanceCondition read(Section rule, String key) {
        Section section = rule.section(key);
        ProvenanceCondition condition = new ProvenanceCondition(
                section.choices("required", Term.class),
                section.choice(
                        "undeclared-data", LicensesCondition.Undeclared.class, LicensesCondition.Undeclared.ALLOWED),
                section.choice("special-categories", SpecialCategories.class, SpecialCategories.ALLOWED),
                ChildDemand.read(section),
                section.choice("listings", Listings.class, Listings.ANY),
                section.choice("upstream", Upstreams.class, Upstreams.ANY),
                RowOriginDemand.read(section));
        if (condition.required.isEmpty()
                && condition.undeclaredData == LicensesCondition.Undeclared.ALLOWED
                && condition.specialCategories == SpecialCategories.ALLOWED
                && condition.children.equals(ChildDemand.ANY)
                && condition.listings == Listings.ANY
                && condition.upstream == Upstreams.ANY
                && condition.rows.equals(RowOriginDemand.ANY)) {
            section.problem(
                    "",
                    "demands nothing; give required, undeclared-data, special-categories, children, listings,"
                            + " upstream, min-rows-with-source, source-domains, found-licenses or opt-outs");
        }
        return condition;
    }

    @Override
    public String kind() {
        return ConditionKind.PROVENANCE.label();
    }

    @Override
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .putStrings(
                        "required",
                        new TreeSet<>(required.stream().map(Term::label).toList()))
                .put("undeclaredData", Values.label(undeclaredData))
                .put("specialCategories", Values.label(specialCategories));
        // Left out where nothing is demanded, so that the digest of a policy written before it stays the same.
        if (!children.equals(ChildDemand.ANY)) {
            json.put("children", children.toJson());
        }
        if (listings != Listings.ANY) {
            json.put("listings", Values.label(listings));
        }
        if (upstream != Upstreams.ANY) {
            json.put("upstream", Values.label(upstream));
        }
        if (!rows.equals(RowOriginDemand.ANY)) {
            json.put("rows", rows.toJson());
        }
        return json.build();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
        return visitor.provenance(this);
    }
}
