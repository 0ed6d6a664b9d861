package dev.assay.card;

import java.util.List;

/**
 * A dataset card made of somebody else's.
 *
 * @param kind what it was made of, such as {@code a Croissant 1.0 file}
 * @param text a {@code dataset.yaml} that can be read as it is
 * @param declared keys that were filled in, in the order of the card
 * @param undeclared keys that nobody declared; they stand in the text as comments
 */
public record ImportedCard(String kind, String text, List<String> declared, List<String> undeclared) {
    public ImportedCard {
        declared = List.copyOf(declared);
        undeclared = List.copyOf(undeclared);
    }
}
