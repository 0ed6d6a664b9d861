package dev.assay.rights;

import java.util.Map;
import java.util.Optional;

/**
 * The country each region of AWS lies in, as ISO 3166-1 has it: all that the AWS SDK for Java 2.54.20 describes (2026), but
 * those of partitions without access from outside. A region that is not here is known by its name alone.
 */
final class CloudRegions {
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("AF-SOUTH-1", "ZA"),
            Map.entry("AP-EAST-1", "HK"),
            Map.entry("AP-EAST-2", "TW"),
            Map.entry("AP-NORTHEAST-1", "JP"),
            Map.entry("AP-NORTHEAST-2", "KR"),
            Map.entry("AP-NORTHEAST-3", "JP"),
            Map.entry("AP-SOUTH-1", "IN"),
            Map.entry("AP-SOUTH-2", "IN"),
            Map.entry("AP-SOUTHEAST-1", "SG"),
            Map.entry("AP-SOUTHEAST-2", "AU"),
            Map.entry("AP-SOUTHEAST-3", "ID"),
            Map.entry("AP-SOUTHEAST-4", "AU"),
            Map.entry("AP-SOUTHEAST-5", "MY"),
            Map.entry("AP-SOUTHEAST-6", "NZ"),
            Map.entry("AP-SOUTHEAST-7", "TH"),
            Map.entry("CA-CENTRAL-1", "CA"),
            Map.entry("CA-WEST-1", "CA"),
            Map.entry("CN-NORTH-1", "CN"),
            Map.entry("CN-NORTHWEST-1", "CN"),
            Map.entry("EU-CENTRAL-1", "DE"),
            Map.entry("EU-CENTRAL-2", "CH"),
            Map.entry("EU-NORTH-1", "SE"),
            Map.entry("EU-SOUTH-1", "IT"),
            Map.entry("EU-SOUTH-2", "ES"),
            Map.entry("EU-WEST-1", "IE"),
            Map.entry("EU-WEST-2", "GB"),
            Map.entry("EU-WEST-3", "FR"),
            Map.entry("EUSC-DE-EAST-1", "DE"),
            Map.entry("IL-CENTRAL-1", "IL"),
            Map.entry("ME-CENTRAL-1", "AE"),
            Map.entry("ME-SOUTH-1", "BH"),
            Map.entry("MX-CENTRAL-1", "MX"),
            Map.entry("SA-EAST-1", "BR"),
            Map.entry("US-EAST-1", "US"),
            Map.entry("US-EAST-2", "US"),
            Map.entry("US-GOV-EAST-1", "US"),
            Map.entry("US-GOV-WEST-1", "US"),
            Map.entry("US-WEST-1", "US"),
            Map.entry("US-WEST-2", "US"));

    private CloudRegions() {}

    /** The country of a region, canonical as {@link Places} has it; empty if the region is not known. */
    static Optional<String> country(String region) {
        return Optional.ofNullable(COUNTRIES.get(region));
    }
}
