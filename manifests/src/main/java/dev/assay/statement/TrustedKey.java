package dev.assay.statement;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A key and what it may sign.
 *
 * @param holder who holds it, for people
 * @param roles at least one
 * @param key its public half
 */
public record TrustedKey(String holder, Set<Role> roles, VerifyingKey key) {
    public TrustedKey {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }
}
