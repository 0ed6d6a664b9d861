package dev.assay.config;

import dev.assay.config.SourceTerms.Classification;
import dev.assay.config.SourceTerms.LegalBasis;
import dev.assay.config.SourceTerms.Period;
import dev.assay.config.SourceTerms.PrivacyEnhancing;
import dev.assay.config.SourceTerms.Retention;
import dev.assay.config.SourceTerms.Supplier;
import dev.assay.config.SourceTerms.Upstream;
import dev.assay.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a dataset came from and under which rights. The words are those of the Data &amp; Trust Alliance's Data
 * Provenance Standards 1.0.0 (groups Source, Provenance, Use), with what the law and a supplier add. {@code null} is
 * undeclared, an empty list a declared nothing.
 *
 * @param id unique in the card; by default its place in it, such as {@code source-1}
 * @param kind how the data came here, such as {@code collected}, {@code licensed}, {@code synthetic}
 * @param location where the source itself is described or lies
 * @param issuer who issued it
 * @param metadata where its own provenance record lies (D&amp;TA <i>source</i>)
 * @param origin organisation it came from when that is not the issuer
 * @param originGeography where it came from: ISO 3166 codes
 * @param date of issue
 * @param previousDate of the issue before
 * @param generationPeriod when its content came into being
 * @param generationMethod codes of how it was made
 * @param format media types
 * @param classification confidential kinds of data it is said to hold
 * @param consents where consents are recorded
 * @param parentalConsents where consents of those who hold parental responsibility are recorded
 * @param privacyEnhancing what was done to protect people in it
 * @param processingIncluded where it may be processed
 * @param processingExcluded where it must not be
 * @param storageAllowed where it may be stored
 * @param storageForbidden where it must not be
 * @param license SPDX licence expression
 * @param intendedPurpose codes of what it was issued for
 * @param legalBasis ground for processing personal data
 * @param retention how long it may be kept
 * @param supplier agreement with who supplied it
 * @param upstream datasets it was made from
 */
public record DeclaredSource(
        String id,
        @Nullable String title,
        @Nullable String version,
        @Nullable String description,
        @Nullable String kind,
        @Nullable String location,
        @Nullable List<String> issuer,
        @Nullable String metadata,
        @Nullable String origin,
        @Nullable List<String> originGeography,
        @Nullable LocalDate date,
        @Nullable LocalDate previousDate,
        @Nullable Period generationPeriod,
        @Nullable List<String> generationMethod,
        @Nullable List<String> format,
        @Nullable List<Classification> classification,
        @Nullable List<String> consents,
        @Nullable List<String> parentalConsents,
        @Nullable List<PrivacyEnhancing> privacyEnhancing,
        @Nullable List<String> processingIncluded,
        @Nullable List<String> processingExcluded,
        @Nullable List<String> storageAllowed,
        @Nullable List<String> storageForbidden,
        @Nullable String license,
        @Nullable List<String> intendedPurpose,
        @Nullable List<String> copyright,
        @Nullable List<String> patent,
        @Nullable List<String> trademark,
        @Nullable LegalBasis legalBasis,
        @Nullable Retention retention,
        @Nullable Supplier supplier,
        @Nullable List<Upstream> upstream) {
    public DeclaredSource {
        issuer = Declared.copy(issuer);
        originGeography = Declared.copy(originGeography);
        generationMethod = Declared.copy(generationMethod);
        format = Declared.copy(format);
        classification = Declared.copy(classification);
        consents = Declared.copy(consents);
        parentalConsents = Declared.copy(parentalConsents);
        privacyEnhancing = Declared.copy(privacyEnhancing);
        processingIncluded = Declared.copy(processingIncluded);
        processingExcluded = Declared.copy(processingExcluded);
        storageAllowed = Declared.copy(storageAllowed);
        storageForbidden = Declared.copy(storageForbidden);
        intendedPurpose = Declared.copy(intendedPurpose);
        copyright = Declared.copy(copyright);
        patent = Declared.copy(patent);
        trademark = Declared.copy(trademark);
        upstream = Declared.copy(upstream);
    }

    /** @param directory of the card */
    static DeclaredSource read(Section source, Path directory) {
        return new DeclaredSource(
                source.get("id", defaultId(source), Names::parse),
                source.findText("title").orElse(null),
                source.findText("version").orElse(null),
                source.findText("description").orElse(null),
                source.findText("kind").orElse(null),
                source.findText("location").orElse(null),
                source.findTexts("issuer").orElse(null),
                source.findText("metadata").orElse(null),
                source.findText("origin").orElse(null),
                source.findTexts("origin-geography").orElse(null),
                source.findDate("date").orElse(null),
                source.findDate("previous-date").orElse(null),
                source.findSection("generation-period").map(Period::read).orElse(null),
                source.findTexts("generation-method").orElse(null),
                source.findTexts("format").orElse(null),
                source.findSections("classification", Classification::read).orElse(null),
                source.findTexts("consents").orElse(null),
                source.findTexts("parental-consents").orElse(null),
                source.findSections("privacy-enhancing", PrivacyEnhancing::read).orElse(null),
                source.findTexts("processing-included").orElse(null),
                source.findTexts("processing-excluded").orElse(null),
                source.findTexts("storage-allowed").orElse(null),
                source.findTexts("storage-forbidden").orElse(null),
                source.findText("license").orElse(null),
                source.findTexts("intended-purpose").orElse(null),
                source.findTexts("copyright").orElse(null),
                source.findTexts("patent").orElse(null),
                source.findTexts("trademark").orElse(null),
                source.findSection("legal-basis").map(LegalBasis::read).orElse(null),
                source.findSection("retention").map(Retention::read).orElse(null),
                source.findSection("supplier").map(Supplier::read).orElse(null),
                source.findSections("upstream", upstream -> Upstream.read(upstream, directory))
                        .orElse(null));
    }

    /** {@code source-1} for the first, so that a report can point at a source nobody named. */
    private static String defaultId(Section source) {
        return "source-" + source.position();
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("id", id)
                .putIfPresent("title", title)
                .putIfPresent("version", version)
                .putIfPresent("description", description)
                .putIfPresent("kind", kind)
                .putIfPresent("location", location)
                .putIfPresent("metadata", metadata)
                .putIfPresent("origin", origin)
                .putIfPresent("license", license);
        Declared.texts(json, "issuer", issuer);
        Declared.texts(json, "originGeography", originGeography);
        Declared.date(json, "date", date);
        Declared.date(json, "previousDate", previousDate);
        Declared.object(json, "generationPeriod", generationPeriod == null ? null : generationPeriod.toJson());
        Declared.texts(json, "generationMethod", generationMethod);
        Declared.texts(json, "format", format);
        Declared.list(json, "classification", classification, Classification::toJson);
        Declared.texts(json, "consents", consents);
        Declared.texts(json, "parentalConsents", parentalConsents);
        Declared.list(json, "privacyEnhancing", privacyEnhancing, PrivacyEnhancing::toJson);
        Declared.texts(json, "processingIncluded", processingIncluded);
        Declared.texts(json, "processingExcluded", processingExcluded);
        Declared.texts(json, "storageAllowed", storageAllowed);
        Declared.texts(json, "storageForbidden", storageForbidden);
        Declared.texts(json, "intendedPurpose", intendedPurpose);
        Declared.texts(json, "copyright", copyright);
        Declared.texts(json, "patent", patent);
        Declared.texts(json, "trademark", trademark);
        Declared.object(json, "legalBasis", legalBasis == null ? null : legalBasis.toJson());
        Declared.object(json, "retention", retention == null ? null : retention.toJson());
        Declared.object(json, "supplier", supplier == null ? null : supplier.toJson());
        Declared.list(json, "upstream", upstream, Upstream::toJson);
        return json.build();
    }
}
