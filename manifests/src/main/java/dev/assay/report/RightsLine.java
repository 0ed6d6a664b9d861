package dev.assay.report;

import dev.assay.rights.EffectiveRights;
import dev.assay.rights.Grant;
import dev.assay.rights.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of what the card's words come to.
 *
 * @param what the right
 * @param says what all sources together allow or ask
 * @param limits who limits it; empty if nobody does
 */
public record RightsLine(String what, String says, String limits) {
    /** All of them, in the order people ask. */
    public static List<RightsLine> of(EffectiveRights rights) {
        List<RightsLine> lines = new ArrayList<>();
        lines.add(grant("Purposes", rights.purposes()));
        lines.add(grant("Processing in", rights.processing()));
        lines.add(grant("Storage in", rights.storage()));
        Limit until = rights.until();
        lines.add(
                until == null
                        ? new RightsLine("Kept until", "no day declared", "")
                        : new RightsLine("Kept until", until.what(), String.join(", ", until.sources())));
        lines.add(new RightsLine("Licence terms", names(rights.conditions()), limits(rights.conditions())));
        if (!rights.invalidLicences().isEmpty()) {
            lines.add(new RightsLine(
                    "No SPDX expression", names(rights.invalidLicences()), limits(rights.invalidLicences())));
        }
        lines.add(new RightsLine("Undeclared", names(rights.undeclared()), limits(rights.undeclared())));
        return lines;
    }

    private static RightsLine grant(String what, Grant grant) {
        List<Limit> limits = new ArrayList<>(grant.refused());
        limits.addAll(grant.forbidden());
        return new RightsLine(what, allowed(grant.allowed()), limits(limits));
    }

    private static String allowed(@Nullable List<String> words) {
        if (words == null) {
            return "not limited by any source";
        }
        return words.isEmpty() ? "nothing that every source allows" : String.join(", ", words);
    }

    private static String names(List<Limit> limits) {
        return limits.isEmpty() ? "none" : limits.stream().map(Limit::what).collect(Collectors.joining(", "));
    }

    private static String limits(List<Limit> limits) {
        return limits.stream()
                .map(limit -> limit.what() + " by " + String.join(", ", limit.sources()))
                .collect(Collectors.joining("; "));
    }
}
