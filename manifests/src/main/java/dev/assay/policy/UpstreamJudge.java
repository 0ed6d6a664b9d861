package dev.assay.policy;

import dev.assay.config.ProvenanceCondition.Upstreams;
import dev.assay.json.JsonObject;
import dev.assay.manifest.Upstream;
import java.util.List;

/** Judges the datasets that sources were made from, as the scan found them on record. */
final class UpstreamJudge {
    private final Objections objections;

    UpstreamJudge(Objections objections) {
        this.objections = objections;
    }

    void judge(Upstreams demand, List<JsonObject> sources, List<Upstream> found) {
        if (demand == Upstreams.ANY) {
            return;
        }
        objections.expect(
                demand == Upstreams.APPROVED ? "every input on record and approved" : "every input on record");
        long named = sources.stream()
                .flatMap(source -> source.find("upstream").stream())
                .mapToLong(list -> list.asArray().size())
                .sum();
        if (found.size() != named) {
            objections.object("the scan did not look for the inputs that the card names; scan again");
        }
        for (Upstream input : found) {
            String objection = objection(demand, input);
            if (!objection.isEmpty()) {
                objections.object(input.source() + ": " + objection);
            }
        }
    }

    private static String objection(Upstreams demand, Upstream input) {
        return switch (input.state()) {
            case APPROVED -> "";
            case UNAPPROVED -> demand == Upstreams.APPROVED ? input.version() + " is not approved" : "";
            case UNVERIFIED -> input.version() + " is not signed by whom it must";
            case AMBIGUOUS -> input.location() + " is the place of " + input.version();
            case ABSENT -> (input.location() == null ? input.manifestSha256() : input.location()) + " is not on record";
        };
    }
}
