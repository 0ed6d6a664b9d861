package dev.assay.statement;

import dev.assay.json.JsonObject;
import dev.assay.policy.WaiverScope;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A scoped exception from one rule that ends by itself.
 *
 * @param scope what it sets aside
 * @param reason why that is acceptable
 * @param compensatingControl what is done instead; may be empty
 * @param ticket where it was discussed; may be empty
 * @param requestedBy who asked for it; may be empty
 * @param issuedOn when it was signed
 * @param expiresOn last day it holds, in UTC
 */
public record WaiverPredicate(
        WaiverScope scope,
        String reason,
        String compensatingControl,
        String ticket,
        String requestedBy,
        Instant issuedOn,
        LocalDate expiresOn)
        implements Predicate {
    public static final String TYPE = "https://assay.dev/dataset-waiver/v1";

    public WaiverPredicate {
        Shape.require(reason, "reason");
    }

    /** Whether two people mean the same exception, whenever each of them signed. */
    public boolean sameAs(WaiverPredicate other) {
        return scope.equals(other.scope)
                && reason.equals(other.reason)
                && ticket.equals(other.ticket)
                && expiresOn.equals(other.expiresOn);
    }

    /** Whether its last day has passed. */
    public boolean expired(Instant now) {
        return Shape.day(now).isAfter(expiresOn);
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
                .put("scope", scope.toJson())
                .put("reason", reason)
                .put("compensatingControl", compensatingControl)
                .put("ticket", ticket)
                .put("requestedBy", requestedBy)
                .put("issuedOn", Times.write(issuedOn))
                .put("expiresOn", expiresOn.toString())
                .build();
    }

    /**
     * Reads what {@link #toJson} writes.
     *
     * @throws StatementException if it is anything else
     */
    public static WaiverPredicate fromJson(JsonObject json) {
        return Shape.read(
                json,
                "a waiver",
                it -> new WaiverPredicate(
                        WaiverScope.fromJson(it.object("scope")),
                        it.string("reason"),
                        it.string("compensatingControl"),
                        it.string("ticket"),
                        it.string("requestedBy"),
                        Times.read(it.string("issuedOn"), "issuedOn"),
                        LocalDate.parse(it.string("expiresOn"))));
    }
}
