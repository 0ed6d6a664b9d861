package dev.assay.policy;

import dev.assay.config.ProvenanceCondition.Listings;
import dev.assay.manifest.ListedFiles;
import dev.assay.manifest.ListedFiles.Kind;
import dev.assay.manifest.Origins;

/** Judges the files by the lists of them that the card names. */
final class ListingJudge {
    private final Objections objections;

    ListingJudge(Objections objections) {
        this.objections = objections;
    }

    void judge(Listings demand, Origins origins) {
        if (demand == Listings.ANY) {
            return;
        }
        boolean complete = demand == Listings.COMPLETE;
        objections.expect(complete ? "the files are exactly the listed ones" : "no listed file is missing or differs");
        origins.listing().ifPresentOrElse(listed -> compare(listed, complete), () -> {
            if (complete) {
                objections.object("the card names no list of the files");
            }
        });
    }

    private void compare(ListedFiles listed, boolean complete) {
        count(listed.missing(), "missing", listed, Kind.MISSING);
        count(listed.differing(), "differing", listed, Kind.DIFFERING);
        if (complete) {
            count(listed.unlisted(), "in no list", listed, Kind.UNLISTED);
        }
    }

    private void count(long files, String what, ListedFiles listed, Kind kind) {
        if (files > 0) {
            String first = listed.deviations().stream()
                    .filter(deviation -> deviation.kind() == kind)
                    .findFirst()
                    .map(deviation -> ", first " + deviation.path())
                    .orElse("");
            objections.object(files + (files == 1 ? " file " : " files ") + what + first);
        }
    }
}
