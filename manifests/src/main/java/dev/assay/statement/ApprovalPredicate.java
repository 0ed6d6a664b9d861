package dev.assay.statement;

import dev.assay.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A person's permission to train on a version for stated purposes.
 *
 * @param purposes what for; at least one
 * @param regions where; empty for anywhere
 * @param conditions under which, for people to keep; a gate shows them
 * @param reviewer who, and in which role
 * @param basis what was reviewed
 * @param issuedOn when it was signed
 * @param validFrom first day it holds, in UTC
 * @param expiresOn last day it holds, in UTC
 * @param statementOfReview what the reviewer looked at, in own words
 */
public record ApprovalPredicate(
        List<String> purposes,
        List<String> regions,
        List<String> conditions,
        Reviewer reviewer,
        Basis basis,
        Instant issuedOn,
        LocalDate validFrom,
        LocalDate expiresOn,
        String statementOfReview)
        implements Predicate {
    public static final String TYPE = "https://assay.dev/dataset-approval/v1";

    /**
     * Who reviewed.
     *
     * @param name as the trust file names the holder of the key
     * @param role in which the approval is given
     */
    public record Reviewer(String name, Role role) {
        private JsonObject toJson() {
            return JsonObject.builder()
                    .put("name", name)
                    .put("role", role.label())
                    .build();
        }

        private static Reviewer fromJson(JsonObject json) {
            String label = json.string("role");
            for (Role role : Role.values()) {
                if (role.label().equals(label)) {
                    return new Reviewer(json.string("name"), role);
                }
            }
            throw new IllegalArgumentException("\"role\" is none that this version knows.");
        }
    }

    /**
     * What the approval rests on. A rule that objects today and is not among these was never reviewed.
     *
     * @param policySha256 digest of the policy in force at the review
     * @param objections ids of the rules that asked for an approval, sorted
     * @param waivers digests of the waivers in force, sorted
     */
    public record Basis(String policySha256, List<String> objections, List<String> waivers) {
        public Basis {
            objections = objections.stream().sorted().toList();
            waivers = waivers.stream().sorted().toList();
        }

        private JsonObject toJson() {
            return JsonObject.builder()
                    .put("policySha256", policySha256)
                    .putStrings("objections", objections)
                    .putStrings("waivers", waivers)
                    .build();
        }

        private static Basis fromJson(JsonObject json) {
            return new Basis(json.string("policySha256"), json.strings("objections"), json.strings("waivers"));
        }
    }

    public ApprovalPredicate {
        purposes = purposes.stream().distinct().sorted().toList();
        regions = regions.stream().distinct().sorted().toList();
        conditions = List.copyOf(conditions);
        Shape.require(statementOfReview, "statementOfReview");
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("\"purposes\" is empty; an approval names what it is for.");
        }
        if (expiresOn.isBefore(validFrom)) {
            throw new IllegalArgumentException("The approval ends before it begins.");
        }
    }

    /** Whether its last day has passed. */
    public boolean expired(Instant now) {
        return Shape.day(now).isAfter(expiresOn);
    }

    /** Whether its first day is yet to come. */
    public boolean early(Instant now) {
        return Shape.day(now).isBefore(validFrom);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant moment() {
        return issuedOn;
    }

    @Override
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("decision", "approved")
                .putStrings("purposes", purposes)
                .putStrings("regions", regions)
                .putStrings("conditions", conditions)
                .put("reviewer", reviewer.toJson())
                .put("basis", basis.toJson())
                .put("issuedOn", Times.write(issuedOn))
                .put("validFrom", validFrom.toString())
                .put("expiresOn", expiresOn.toString())
                .put("statementOfReview", statementOfReview)
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if it is anything else
     */
    public static ApprovalPredicate fromJson(JsonObject json) {
        return Shape.read(
                json,
                "an approval",
                it -> new ApprovalPredicate(
                        it.strings("purposes"),
                        it.strings("regions"),
                        it.strings("conditions"),
                        Reviewer.fromJson(it.object("reviewer")),
                        Basis.fromJson(it.object("basis")),
                        Times.read(it.string("issuedOn"), "issuedOn"),
                        LocalDate.parse(it.string("validFrom")),
                        LocalDate.parse(it.string("expiresOn")),
                        it.string("statementOfReview")));
    }
}
