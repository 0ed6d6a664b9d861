package dev.assay.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A key, the person who holds it, and what it may sign.
 *
 * @param holder the person; two keys of one holder count as one person
 * @param roles at least one
 * @param key its public half
 * @param also other names of the person: an address, a team they answer for
 * @param validFrom first day whose statements count, in UTC; null for no limit
 * @param validUntil last day whose statements count, in UTC; null for no limit
 */
public record TrustedKey(
        String holder,
        Set<Role> roles,
        VerifyingKey key,
        List<String> also,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    public TrustedKey {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        also = List.copyOf(also);
    }

    /** A key without limits in time. */
    public TrustedKey(String holder, Set<Role> roles, VerifyingKey key) {
        this(holder, roles, key, List.of(), null, null);
    }

    /** The person, however the name is spaced or capitalised. */
    public String person() {
        return normal(holder);
    }

    /** Whether a name, such as a dataset's declared owner, means this person. */
    public boolean isNamed(String name) {
        return normal(name).equals(person())
                || also.stream().anyMatch(other -> normal(other).equals(normal(name)));
    }

    /** Whether a statement of that moment counts. */
    public boolean validAt(Instant moment) {
        LocalDate day = Shape.day(moment);
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    private static String normal(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
