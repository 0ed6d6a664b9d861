package dev.assay.manifest;

import dev.assay.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A figure that poisoning moves, and that moved since the version before. It is no verdict: honest changes move it too,
 * and a patient attacker moves none.
 *
 * @param kind what moved
 * @param subject the column or type it is about; empty if it is the dataset
 * @param ppm how far: a divergence, or by how much a share rose, in parts per million
 */
public record PoisoningSignal(Kind kind, String subject, long ppm) {
    /** Types whose spread through the text is an attack on models, or what one leaves behind. */
    private static final List<String> HOSTILE = List.of("HIDDEN_TEXT", "BIDI_OVERRIDE", "PROMPT_INJECTION");

    /** What may move. */
    public enum Kind {
        /** A larger share of rows repeats another. */
        DUPLICATE_FLOOD,
        /** More of the rows hold text that deceives or orders about. */
        HOSTILE_TEXT,
        /** The values of a column that the card calls a label are spread otherwise (Jensen–Shannon). */
        LABEL_SHIFT,
        /** A larger share of long texts is much like another. */
        NEAR_DUPLICATE_FLOOD
    }

    /** The signal in words. */
    public String label() {
        return Labels.of(kind).replace('-', ' ');
    }

    String key() {
        return Labels.of(kind) + ' ' + subject;
    }

    static List<PoisoningSignal> between(ManifestFacts before, ManifestFacts after, List<Shift> shifts) {
        List<PoisoningSignal> signals = new ArrayList<>();
        before.quality().ifPresent(from -> after.quality().ifPresent(to -> floods(from, to, signals)));
        SortedMap<String, String> roles = DeclaredRoles.in(after.provenance());
        for (Shift shift : shifts) {
            if (shift.aspect() == Shift.Aspect.VALUES && "label".equals(roles.get(shift.path()))) {
                add(signals, Kind.LABEL_SHIFT, shift.path(), shift.distance().jsPpm());
            }
        }
        for (String type : HOSTILE) {
            add(signals, Kind.HOSTILE_TEXT, type, rows(after, type) - rows(before, type));
        }
        return signals;
    }

    private static void floods(Quality from, Quality to, List<PoisoningSignal> signals) {
        add(
                signals,
                Kind.DUPLICATE_FLOOD,
                "",
                to.repeatedRows().repeats().ppm()
                        - from.repeatedRows().repeats().ppm());
        NearDuplicates old = from.nearDuplicates();
        NearDuplicates now = to.nearDuplicates();
        if (old != null && now != null) {
            add(
                    signals,
                    Kind.NEAR_DUPLICATE_FLOOD,
                    "",
                    now.repeats().ppm() - old.repeats().ppm());
        }
    }

    /** Rows with such text in the column that has most, in parts per million. */
    private static long rows(ManifestFacts facts, String type) {
        return facts.privacy().entities().stream()
                .filter(entity -> entity.type().name().equals(type))
                .mapToLong(entity -> entity.settled().rows().ppm())
                .max()
                .orElse(0);
    }

    private static void add(List<PoisoningSignal> signals, Kind kind, String subject, long ppm) {
        if (ppm > 0) {
            signals.add(new PoisoningSignal(kind, subject, ppm));
        }
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("signal", Labels.of(kind))
                .put("subject", subject)
                .put("ppm", ppm)
                .build();
    }

    static PoisoningSignal fromJson(JsonObject json) {
        return new PoisoningSignal(
                Labels.parse(Kind.class, json.string("signal"), "drift.poisoning.signal"),
                json.string("subject"),
                Require.count(json.integer("ppm"), "drift.poisoning.ppm"));
    }
}
