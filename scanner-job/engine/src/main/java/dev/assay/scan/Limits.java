package dev.assay.scan;

import dev.assay.detect.RuleSet;
import dev.assay.detect.ner.TextLanguage;
import dev.assay.efficacy.Figure;
import dev.assay.manifest.Languages;
import dev.assay.manifest.NameSampling;
import dev.assay.manifest.Quality;
import dev.assay.manifest.QualityColumn;
import dev.assay.manifest.Status;
import dev.assay.quality.EvaluationSets;
import dev.assay.summary.NameRows;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a record of this engine measured, what it did not, and what it is not. */
final class Limits {
    private Limits() {}

    static List<Status> statuses(
            RuleSet rules, ScanLimits limits, EvaluationSets sets, ScanPlan plan, ScanSummary all, Quality quality) {
        return List.of(
                Status.measured("content"),
                Status.measured("coverage"),
                Status.measured("privacy"),
                Status.measured("efficacy.canaries"),
                Status.measured("efficacy.recall"),
                Status.measured("privacy.column-verdicts"),
                names(rules, limits),
                seeksNames(rules)
                        ? namesByLanguage(rules, quality)
                        : Status.notMeasured("privacy.names.languages", "the scan was set not to look for names"),
                Status.notMeasured("privacy.quasi-identifiers", "combinations of columns are not examined yet"),
                rules.index("child-marker").isPresent()
                        ? Status.measured("privacy.child-data")
                        : Status.notMeasured(
                                "privacy.child-data", "the scan was set not to look for signs of children"),
                Status.measured("provenance.effective-rights"),
                plan.sidecars().isEmpty()
                        ? Status.notMeasured("provenance.listing", "the card names no list of the files to compare")
                        : Status.measured("provenance.listing"),
                all.columns().values().stream()
                                .anyMatch(column -> column.origin().isPresent())
                        ? Status.measured("provenance.rows")
                        : Status.notMeasured(
                                "provenance.rows",
                                "no column is declared or named as source, url, license, author or time"),
                rules.index("license-marker").isPresent()
                        ? Status.measured("provenance.licence-markers")
                        : Status.notMeasured("provenance.licence-markers", "the scan was set not to look for them"),
                Status.measured("provenance.embedded-metadata"),
                Status.notApplicable(
                        "provenance.storage",
                        "what a storage says of region, encryption, versions, locks and tags is no fact about the bytes:"
                                + " scan statements hold it"),
                Status.measured("quality"),
                Status.measured("quality.near-duplicates"),
                sets.isEmpty()
                        ? Status.notMeasured(
                                "quality.contamination", "no evaluation sets are named under scan.evaluation-sets")
                        : Status.measured("quality.contamination"),
                quality.representation().isEmpty()
                        ? Status.notMeasured(
                                "quality.representation",
                                "no column that was read is declared as label, sensitive or proxy")
                        : Status.measured("quality.representation"),
                Status.notMeasured("quality.bias", "whether labels differ between groups is not examined yet"),
                Status.measured("quality.languages"),
                quality.mostCommon() == null
                        ? Status.notMeasured(
                                "quality.most-common", "no key to digest values with is named under scan.value-key")
                        : Status.measured("quality.most-common"),
                Status.notMeasured("content-risk.toxicity", "toxic and unsafe text is not looked for"),
                Status.measured("drift"),
                Status.measured("drift.poisoning"),
                Status.notMeasured(
                        "drift.poisoning-triggers",
                        "rare phrases that go with one label, and labels changed in the same row, are not looked for yet"));
    }

    private static Status names(RuleSet rules, ScanLimits limits) {
        if (!seeksNames(rules)) {
            return Status.notMeasured("privacy.names", "the scan was set not to look for names");
        }
        return limits.namesPpm() == ScanLimits.EVERY_ROW
                ? Status.measured("privacy.names")
                : Status.notMeasured(
                        "privacy.names",
                        "names were looked for in a sample of " + limits.namesPpm()
                                + " rows in a million; see coverage.sampling");
    }

    /** In how many rows names were looked for; null if in all or in none. */
    static @Nullable NameSampling sampling(RuleSet rules, ScanLimits limits, ScanSummary all) {
        if (!seeksNames(rules) || limits.namesPpm() == ScanLimits.EVERY_ROW) {
            return null;
        }
        NameRows names = all.rowCounts().names();
        return new NameSampling(
                limits.namesPpm(), names.read(), names.withName(), Figure.highPpm(names.withName(), names.read()));
    }

    /** Text in a language without a model is read with the English one: what that finds is no measurement. */
    private static Status namesByLanguage(RuleSet rules, Quality quality) {
        SortedMap<String, Long> others = new TreeMap<>();
        long asked = 0;
        for (QualityColumn column : quality.columns()) {
            asked += column.languages().asked();
            column.languages().texts().forEach((language, texts) -> others.merge(language, texts, Long::sum));
        }
        others.keySet().removeAll(TextLanguage.withNames());
        rules.models().stream()
                .filter(model -> model.entities().contains("PERSON"))
                .forEach(model -> others.remove(model.language()));
        others.remove(Languages.UNDETERMINED);
        if (others.isEmpty()) {
            return Status.measured("privacy.names.languages");
        }
        long texts = others.values().stream().mapToLong(Long::longValue).sum();
        return Status.notMeasured(
                "privacy.names.languages",
                "no model finds names in " + String.join(", ", others.keySet()) + ": " + texts + " of " + asked
                        + " different texts asked about");
    }

    static List<String> sentences(RuleSet rules, ScanLimits limits, Quality quality) {
        List<String> sentences = new ArrayList<>(List.of(
                "A pattern that no detector knows is not found; what was found is a lower bound.",
                "A value that has the shape and check digits of an identifier is reported whether or not it belongs to"
                        + " anybody.",
                "How much the detectors miss was measured on a synthetic corpus of our own; text of another kind may hide more,"
                        + " and types listed as unmeasured have no figure.",
                "Declared provenance and rights are the card's words, and effective rights follow from them alone; nothing here"
                        + " shows that they are true.",
                "Near-duplicates are texts of twenty words and more that share most of their runs of five words; translations,"
                        + " paraphrases and short texts are not found.",
                "Sizes of groups say how often values occur, not whom they stand for nor how a model will treat them.",
                "Signals of poisoning are figures that poisoning moves; honest changes move them too, and a patient attacker"
                        + " moves none.",
                "Text inside images, audio, archives and other binary values is not read."));
        if (quality.mostCommon() != null) {
            sentences.add(
                    "Whoever has the key of the most common values can try whether a value is among them; without it nobody can.");
        }
        if (!quality.contamination().isEmpty()) {
            sentences.add(
                    "Items of evaluation sets are compared word by word: a paraphrase or a translation of one is not seen.");
        }
        if (seeksNames(rules)) {
            sentences.add(
                    "Names are found by models of single languages; text in a language without a model is read with"
                            + " the English one, and names in other scripts are not found.");
            if (limits.namesPpm() != ScanLimits.EVERY_ROW) {
                sentences.add(
                        "Names were looked for in some rows only. Counts and shares of them, those a policy's rules are"
                                + " judged by included, are of what was found there and are not extrapolated.");
            }
        }
        return List.copyOf(sentences);
    }

    private static boolean seeksNames(RuleSet rules) {
        return rules.index("person-name").isPresent();
    }
}
