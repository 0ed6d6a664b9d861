package dev.assay.config;

import dev.assay.json.JsonObject;

/**
 * What signs of children, once found, ask of the card; a part of {@link ProvenanceCondition}.
 *
 * @param card what it must say
 * @param age whoever is younger counts as a child, {@value #LEAST_AGE} to {@value #MOST_AGE}; {@value #DIGITAL_CONSENT} by default
 */
public record ChildDemand(Card card, int age) {
    private static final int LEAST_AGE = 13;
    private static final int MOST_AGE = 18;
    /** From when on a person consents alone, where no member state says otherwise (GDPR Article 8(1)). */
    private static final int DIGITAL_CONSENT = 16;

    /** Demands nothing. */
    public static final ChildDemand ANY = new ChildDemand(Card.ALLOWED, DIGITAL_CONSENT);

    /** What the card must say where there are signs of children. */
    public enum Card {
        /** Nothing. */
        ALLOWED,
        /** That children are among its data subjects. */
        DECLARED,
        /** As {@link #DECLARED}, and a source names where parental consents are recorded. */
        PARENTAL_CONSENT
    }

    static ChildDemand read(Section section) {
        ChildDemand demand = new ChildDemand(section.choice("children", Card.class, Card.ALLOWED), (int)
                section.integer("child-age", DIGITAL_CONSENT, LEAST_AGE, MOST_AGE));
        if (demand.card == Card.ALLOWED && section.has("child-age")) {
            section.problem("child-age", "demands nothing without children: declared or parental-consent");
        }
        return demand.card == Card.ALLOWED ? ANY : demand;
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("card", Values.label(card))
                .put("age", age)
                .build();
    }
}
