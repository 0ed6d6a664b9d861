package dev.assay.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** What a rule expects and what is not so, gathered by those who judge its parts. Not thread-safe. */
final class Objections {
    private static final int MAX_LISTED = 5;

    private final List<String> expected = new ArrayList<>();
    private final LinkedHashSet<String> wrong = new LinkedHashSet<>();

    /** Adds what is demanded, in words. */
    void expect(String demand) {
        expected.add(demand);
    }

    /** Adds what is not as demanded, in words; the same twice counts once. */
    void object(String objection) {
        wrong.add(objection);
    }

    /** Met if nobody objected. */
    Judgement judgement() {
        String demanded = String.join(", ", expected);
        if (wrong.isEmpty()) {
            return new Judgement(true, demanded, "as expected", "The card says so.");
        }
        List<String> listed = wrong.stream().limit(MAX_LISTED).toList();
        int more = wrong.size() - listed.size();
        String actual = String.join("; ", listed) + (more > 0 ? " and " + more + " more" : "");
        return new Judgement(false, demanded, actual, "Not as expected: " + actual + ".");
    }
}
