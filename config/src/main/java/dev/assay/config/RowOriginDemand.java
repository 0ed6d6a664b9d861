package dev.assay.config;

import dev.assay.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What columns that tell where rows came from must say; a part of {@link ProvenanceCondition}.
 *
 * @param minWithSource share of rows in which one source or url column is filled; null demands nothing
 * @param domains registrable domains that sources may have; empty allows all
 * @param licenses whether licences found must be declared
 * @param optOuts whether texts may say that they are not to be trained on
 */
public record RowOriginDemand(
        @Nullable Share minWithSource,
        List<String> domains,
        FoundLicenses licenses,
        LicensesCondition.Undeclared optOuts) {
    /** Demands nothing. */
    public static final RowOriginDemand ANY =
            new RowOriginDemand(null, List.of(), FoundLicenses.ANY, LicensesCondition.Undeclared.ALLOWED);

    /** Whether licences found in the data must be those the card declares. */
    public enum FoundLicenses {
        ANY,
        DECLARED
    }

    public RowOriginDemand {
        domains = domains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }

    static RowOriginDemand read(Section section) {
        return new RowOriginDemand(
                section.findShare("min-rows-with-source").orElse(null),
                section.texts("source-domains"),
                section.choice("found-licenses", FoundLicenses.class, FoundLicenses.ANY),
                section.choice("opt-outs", LicensesCondition.Undeclared.class, LicensesCondition.Undeclared.ALLOWED));
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .putIfPresent("minRowsWithSource", minWithSource == null ? null : minWithSource.toString())
                .putStrings("sourceDomains", new TreeSet<>(domains))
                .put("foundLicenses", Values.label(licenses))
                .put("optOuts", Values.label(optOuts))
                .build();
    }
}
