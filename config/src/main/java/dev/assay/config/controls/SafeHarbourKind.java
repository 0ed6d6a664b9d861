package dev.assay.config.controls;

import java.util.List;

/**
 * One of the eighteen kinds of identifiers of HIPAA's safe harbour, 45 CFR 164.514(b)(2)(i).
 *
 * @param number 1–18, in the rule's order
 * @param kind in our words
 * @param entityTypes names of the entity types that speak of it; empty if no scanner of text can
 * @param whyNot why there are none; {@code -} if there are
 */
public record SafeHarbourKind(int number, String kind, List<String> entityTypes, String whyNot) {
    public SafeHarbourKind {
        entityTypes = List.copyOf(entityTypes);
    }
}
