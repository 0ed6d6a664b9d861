package dev.assay.gate;

import dev.assay.statement.Predicate;
import dev.assay.statement.TrustedKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement that was signed by a key with a role for it and is about the very manifest.
 *
 * @param sha256 digest of its line
 * @param predicate what it says
 * @param signers at least one
 */
record Believed<P extends Predicate>(String sha256, P predicate, List<TrustedKey> signers) {
    Believed {
        signers = List.copyOf(signers);
    }

    String names() {
        return signers.stream().map(TrustedKey::holder).collect(Collectors.joining(", "));
    }
}
