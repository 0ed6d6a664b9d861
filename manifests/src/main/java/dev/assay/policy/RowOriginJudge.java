package dev.assay.policy;

import dev.assay.config.FindingClass;
import dev.assay.config.LicensesCondition.Undeclared;
import dev.assay.config.ProvenanceCondition.FoundLicenses;
import dev.assay.config.ProvenanceCondition.RowOrigins;
import dev.assay.config.Share;
import dev.assay.json.JsonObject;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.OriginColumn;
import dev.assay.manifest.Origins;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.rights.LicenceExpression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Judges what columns say of where their rows came from, against the policy and against the card. */
final class RowOriginJudge {
    private static final String OPT_OUT = "TRAINING_OPT_OUT";

    private final List<OriginColumn> columns;
    private final List<String> expected = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private RowOriginJudge(List<OriginColumn> columns) {
        this.columns = columns;
    }

    /**
     * Judges.
     *
     * @param sources as the card declares them
     */
    static RowOriginJudge of(
            RowOrigins condition,
            ManifestFacts facts,
            StorageFacts storage,
            List<JsonObject> sources,
            Suppressed suppressed) {
        RowOriginJudge judge = new RowOriginJudge(facts.provenance().origins().columns());
        Share least = condition.minWithSource();
        if (least != null) {
            judge.rowsWithSource(least);
        }
        if (!condition.domains().isEmpty()) {
            judge.domains(condition.domains());
        }
        if (condition.licenses() == FoundLicenses.DECLARED) {
            judge.licences(sources, facts.provenance().origins(), storage);
        }
        if (condition.optOuts() == Undeclared.FORBIDDEN) {
            judge.optOuts(facts, suppressed);
        }
        return judge;
    }

    /** What is demanded, in words. */
    List<String> expected() {
        return expected;
    }

    /** What is not so. */
    List<String> wrong() {
        return wrong;
    }

    private static boolean namesPlaces(OriginColumn column) {
        return column.role().equals("source") || column.role().equals("url");
    }

    /** The best column counts: rows with one of two sources are not told from rows with both. */
    private void rowsWithSource(Share least) {
        expected.add("a source in at least " + least + " of rows");
        columns.stream()
                .filter(RowOriginJudge::namesPlaces)
                .map(OriginColumn::rows)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(dev.assay.manifest.Share::count))
                .ifPresentOrElse(
                        best -> {
                            if (!least.isReachedBy(best.count(), best.of())) {
                                wrong.add(best.count() + " of " + best.of() + " rows have a source");
                            }
                        },
                        () -> wrong.add("no column names the source of its row"));
    }

    private void domains(List<String> allowed) {
        expected.add("sources of " + String.join(", ", allowed) + " only");
        for (OriginColumn column : columns) {
            OriginColumn.Domains domains = column.domains();
            if (domains == null) {
                continue;
            }
            domains.named().forEach((domain, cells) -> {
                if (!allowed.contains(domain)) {
                    wrong.add("`" + column.path() + "` names " + domain + " in " + cells + " cells");
                }
            });
            if (domains.others() > 0) {
                wrong.add("`" + column.path() + "` names domains too rare for the record in " + domains.others()
                        + " cells");
            }
        }
    }

    private void licences(List<JsonObject> sources, Origins origins, StorageFacts storage) {
        expected.add("no licence but the declared ones");
        Set<String> declared = new TreeSet<>();
        sources.forEach(source -> source.findString("license").ifPresent(text -> {
            try {
                declared.addAll(LicenceExpression.parse(text).identifiers());
            } catch (IllegalArgumentException noExpression) {
                wrong.add(source.string("id") + " is under `" + text + "`, which is no SPDX expression");
            }
        }));
        for (OriginColumn column : columns) {
            column.licences().forEach((licence, cells) -> {
                if (!declared.contains(licence)) {
                    wrong.add("`" + column.path() + "` says " + licence + " in " + cells + " cells");
                }
            });
            if (column.role().equals("license") && column.unrecognised() > 0) {
                wrong.add("`" + column.path() + "` names no SPDX licence in " + column.unrecognised() + " cells");
            }
        }
        markers(origins, declared);
        storage.said(StorageFact.LICENCES).forEach((licence, objects) -> {
            if (!declared.contains(licence)) {
                wrong.add(objects + " objects say in their tags or metadata that they are under " + licence);
            }
        });
    }

    /** Text that quotes a licence is not under it, so that only markers that name one for certain count. */
    private void markers(Origins origins, Set<String> declared) {
        origins.markers().forEach((licence, cells) -> {
            if (!licence.isEmpty() && !declared.contains(licence)) {
                wrong.add("text is marked " + licence + " in " + cells + " cells");
            }
        });
        origins.embedded()
                .ifPresent(embedded -> embedded.licences().forEach((licence, files) -> {
                    if (!declared.contains(licence)) {
                        wrong.add(files + " files say in their metadata that they are under " + licence);
                    }
                }));
    }

    private void optOuts(ManifestFacts facts, Suppressed suppressed) {
        expected.add("no text that says it is not for training");
        long hits = facts.privacy().entities().stream()
                .filter(count -> count.type().name().equals(OPT_OUT))
                .filter(count -> count.findingClass() == FindingClass.REAL && !suppressed.covers(count))
                .map(EntityCount::settled)
                .mapToLong(settled -> settled.hits())
                .sum();
        if (hits > 0) {
            wrong.add(hits + " marks say that text is not for training");
        }
    }
}
