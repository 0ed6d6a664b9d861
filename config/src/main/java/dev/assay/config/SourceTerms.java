package dev.assay.config;

import dev.assay.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The smaller groups of a {@link DeclaredSource}; {@code null} is undeclared. */
public final class SourceTerms {
    private SourceTerms() {}

    /**
     * A confidential kind of data and who found it (D&amp;TA codes pi, pci, pfi, pii, phi, spi).
     *
     * @param evaluated when it was looked for
     * @param tool what it was looked for with
     */
    public record Classification(
            String regulation,
            @Nullable LocalDate evaluated,
            @Nullable String tool) {
        static Classification read(Section section) {
            return new Classification(
                    section.text("regulation"),
                    section.findDate("evaluated").orElse(null),
                    section.findText("tool").orElse(null));
        }

        JsonObject toJson() {
            JsonObject.Builder json =
                    JsonObject.builder().put("regulation", regulation).putIfPresent("tool", tool);
            Declared.date(json, "evaluated", evaluated);
            return json.build();
        }
    }

    /**
     * A protection that was applied.
     *
     * @param toolCategory code such as {@code pseudonymization}
     */
    public record PrivacyEnhancing(
            @Nullable String toolCategory,
            @Nullable String toolUsed,
            @Nullable String parameters,
            @Nullable String result) {
        static PrivacyEnhancing read(Section section) {
            return new PrivacyEnhancing(
                    section.findText("tool-category").orElse(null),
                    section.findText("tool-used").orElse(null),
                    section.findText("parameters").orElse(null),
                    section.findText("result").orElse(null));
        }

        JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .putIfPresent("toolCategory", toolCategory)
                    .putIfPresent("toolUsed", toolUsed)
                    .putIfPresent("parameters", parameters)
                    .putIfPresent("result", result);
            return json.build();
        }
    }

    /**
     * A stretch of days, both ends included.
     */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
        static Period read(Section section) {
            return new Period(
                    section.findDate("from").orElse(null),
                    section.findDate("to").orElse(null));
        }

        JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder();
            Declared.date(json, "from", from);
            Declared.date(json, "to", to);
            return json.build();
        }
    }

    /**
     * Why personal data may be processed.
     *
     * @param gdpr6 letter or name of the ground in GDPR Article 6(1)
     * @param gdpr9 the same in Article 9(2), for special categories
     * @param reference where that is recorded
     */
    public record LegalBasis(
            @Nullable String gdpr6,
            @Nullable String gdpr9,
            @Nullable String reference) {
        static LegalBasis read(Section section) {
            return new LegalBasis(
                    section.findText("gdpr6").orElse(null),
                    section.findText("gdpr9").orElse(null),
                    section.findText("reference").orElse(null));
        }

        JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .putIfPresent("gdpr6", gdpr6)
                    .putIfPresent("gdpr9", gdpr9)
                    .putIfPresent("reference", reference);
            return json.build();
        }
    }

    /**
     * How long a source may be kept.
     *
     * @param until last day
     * @param rule the rule in words, when no day is fixed
     */
    public record Retention(
            @Nullable LocalDate until, @Nullable String rule) {
        static Retention read(Section section) {
            return new Retention(
                    section.findDate("until").orElse(null),
                    section.findText("rule").orElse(null));
        }

        JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder().putIfPresent("rule", rule);
            Declared.date(json, "until", until);
            return json.build();
        }
    }

    /**
     * Who supplied a source under which agreement.
     *
     * @param agreement reference of the contract
     */
    public record Supplier(
            @Nullable String name,
            @Nullable String agreement,
            @Nullable LocalDate reviewedOn) {
        static Supplier read(Section section) {
            return new Supplier(
                    section.findText("name").orElse(null),
                    section.findText("agreement").orElse(null),
                    section.findDate("reviewed-on").orElse(null));
        }

        JsonObject toJson() {
            JsonObject.Builder json =
                    JsonObject.builder().putIfPresent("name", name).putIfPresent("agreement", agreement);
            Declared.date(json, "reviewedOn", reviewedOn);
            return json.build();
        }
    }

    /**
     * A dataset this one was made from: by its manifest, or by its location, from which a scan finds the manifest.
     *
     * @param location as the card says it
     * @param place the same as an absolute path or a URI
     */
    public record Upstream(
            @Nullable String manifestSha256,
            @Nullable String location,
            @Nullable String place) {
        static Upstream read(Section section, Path directory) {
            Upstream upstream = new Upstream(
                    section.find("manifest-sha256", Values::sha256).orElse(null),
                    section.findText("location").orElse(null),
                    section.find("location", stated -> Locations.resolve(directory, stated))
                            .orElse(null));
            if (section.findText("manifest-sha256").isEmpty() && upstream.location == null) {
                section.problem("", "names nothing; give manifest-sha256 or location");
            }
            return upstream;
        }

        JsonObject toJson() {
            JsonObject.Builder json = JsonObject.builder()
                    .putIfPresent("manifestSha256", manifestSha256)
                    .putIfPresent("location", location);
            return json.build();
        }
    }
}
