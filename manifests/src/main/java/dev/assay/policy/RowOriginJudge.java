package dev.assay.policy;

import dev.assay.config.FindingClass;
import dev.assay.config.LicensesCondition.Undeclared;
import dev.assay.config.RowOriginDemand;
import dev.assay.config.RowOriginDemand.FoundLicenses;
import dev.assay.config.Share;
import dev.assay.manifest.EntityCount;
import dev.assay.manifest.ManifestFacts;
import dev.assay.manifest.OriginColumn;
import dev.assay.manifest.Origins;
import dev.assay.manifest.StorageFact;
import dev.assay.manifest.StorageFacts;
import dev.assay.rights.LicenceExpression;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Judges what columns say of where their rows came from, against the policy and against the card. */
final class RowOriginJudge {
    private static final String OPT_OUT = "TRAINING_OPT_OUT";

    private final ManifestFacts facts;
    private final List<OriginColumn> columns;
    private final StorageFacts storage;
    private final Suppressed suppressed;
    private final Objections objections;

    RowOriginJudge(ManifestFacts facts, StorageFacts storage, Suppressed suppressed, Objections objections) {
        this.facts = facts;
        this.columns = facts.provenance().origins().columns();
        this.storage = storage;
        this.suppressed = suppressed;
        this.objections = objections;
    }

    void judge(RowOriginDemand demand) {
        Share least = demand.minWithSource();
        if (least != null) {
            rowsWithSource(least);
        }
        if (!demand.domains().isEmpty()) {
            domains(demand.domains());
        }
        if (demand.licenses() == FoundLicenses.DECLARED) {
            licences();
        }
        if (demand.optOuts() == Undeclared.FORBIDDEN) {
            optOuts();
        }
    }

    private static boolean namesPlaces(OriginColumn column) {
        return column.role().equals("source") || column.role().equals("url");
    }

    /** The best column counts: rows with one of two sources are not told from rows with both. */
    private void rowsWithSource(Share least) {
        objections.expect("a source in at least " + least + " of rows");
        columns.stream()
                .filter(RowOriginJudge::namesPlaces)
                .map(OriginColumn::rows)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(dev.assay.manifest.Share::count))
                .ifPresentOrElse(
                        best -> {
                            if (!least.isReachedBy(best.count(), best.of())) {
                                objections.object(best.count() + " of " + best.of() + " rows have a source");
                            }
                        },
                        () -> objections.object("no column names the source of its row"));
    }

    private void domains(List<String> allowed) {
        objections.expect("sources of " + String.join(", ", allowed) + " only");
        for (OriginColumn column : columns) {
            OriginColumn.Domains domains = column.domains();
            if (domains == null) {
                continue;
            }
            domains.named().forEach((domain, cells) -> {
                if (!allowed.contains(domain)) {
                    objections.object("`" + column.path() + "` names " + domain + " in " + cells + " cells");
                }
            });
            if (domains.others() > 0) {
                objections.object("`" + column.path() + "` names domains too rare for the record in " + domains.others()
                        + " cells");
            }
        }
    }

    private void licences() {
        objections.expect("no licence but the declared ones");
        Set<String> declared = new TreeSet<>();
        facts.provenance()
                .declaredSources()
                .forEach(source -> source.findString("license").ifPresent(text -> {
                    try {
                        declared.addAll(LicenceExpression.parse(text).identifiers());
                    } catch (IllegalArgumentException noExpression) {
                        objections.object(
                                source.string("id") + " is under `" + text + "`, which is no SPDX expression");
                    }
                }));
        for (OriginColumn column : columns) {
            column.licences().forEach((licence, cells) -> {
                if (!declared.contains(licence)) {
                    objections.object("`" + column.path() + "` says " + licence + " in " + cells + " cells");
                }
            });
            if (column.role().equals("license") && column.unrecognised() > 0) {
                objections.object(
                        "`" + column.path() + "` names no SPDX licence in " + column.unrecognised() + " cells");
            }
        }
        markers(facts.provenance().origins(), declared);
        storage.said(StorageFact.LICENCES).forEach((licence, objects) -> {
            if (!declared.contains(licence)) {
                objections.object(objects + " objects say in their tags or metadata that they are under " + licence);
            }
        });
    }

    /** Text that quotes a licence is not under it, so that only markers that name one for certain count. */
    private void markers(Origins origins, Set<String> declared) {
        origins.markers().forEach((licence, cells) -> {
            if (!licence.isEmpty() && !declared.contains(licence)) {
                objections.object("text is marked " + licence + " in " + cells + " cells");
            }
        });
        origins.embedded()
                .ifPresent(embedded -> embedded.licences().forEach((licence, files) -> {
                    if (!declared.contains(licence)) {
                        objections.object(files + " files say in their metadata that they are under " + licence);
                    }
                }));
    }

    private void optOuts() {
        objections.expect("no text that says it is not for training");
        long hits = facts.privacy().entities().stream()
                .filter(count -> count.type().name().equals(OPT_OUT))
                .filter(count -> count.findingClass() == FindingClass.REAL && !suppressed.covers(count))
                .map(EntityCount::settled)
                .mapToLong(settled -> settled.hits())
                .sum();
        if (hits > 0) {
            objections.object(hits + " marks say that text is not for training");
        }
    }
}
