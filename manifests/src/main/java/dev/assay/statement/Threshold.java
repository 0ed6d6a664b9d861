package dev.assay.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many distinct persons of which roles must sign. Nobody stands for two roles at once.
 *
 * @param persons at least one for each role named
 */
public record Threshold(Map<Role, Integer> persons) {
    /** More would be a list nobody keeps up. */
    static final int MOST = 20;

    public Threshold {
        EnumMap<Role, Integer> sorted = new EnumMap<>(Role.class);
        sorted.putAll(persons);
        persons = Collections.unmodifiableMap(sorted);
        int all = persons.values().stream().mapToInt(Integer::intValue).sum();
        if (persons.isEmpty() || all > MOST || persons.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "asks for nobody, or for more than " + MOST + "; write such as {privacy: 1}");
        }
    }

    static Threshold one(Role role) {
        return new Threshold(Map.of(role, 1));
    }

    /** Whether these signers fill every place, one person for each. */
    public boolean isMetBy(Collection<TrustedKey> signers) {
        List<Role> places = new ArrayList<>();
        persons.forEach((role, count) -> places.addAll(Collections.nCopies(count, role)));
        return fill(places, 0, signers, new HashSet<>());
    }

    private static boolean fill(List<Role> places, int next, Collection<TrustedKey> signers, Set<String> taken) {
        if (next == places.size()) {
            return true;
        }
        for (TrustedKey signer : signers) {
            String person = signer.person();
            if (signer.roles().contains(places.get(next)) && taken.add(person)) {
                if (fill(places, next + 1, signers, taken)) {
                    return true;
                }
                taken.remove(person);
            }
        }
        return false;
    }

    /** For people, such as {@code 1 privacy, 2 ml}. */
    public String text() {
        return persons.entrySet().stream()
                .map(place -> place.getValue() + " " + place.getKey().label())
                .collect(Collectors.joining(", "));
    }

    /** As the trust file writes it. */
    String yaml() {
        return persons.entrySet().stream()
                .map(place -> place.getKey().label() + ": " + place.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
