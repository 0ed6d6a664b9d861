package dev.assay.detect;

import dev.assay.config.DataClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Detectors made for tests: one of each way a detector can be written, and many that look like a grown catalogue. */
final class Shapes {
    private Shapes() {}

    static Detector plain(String id, String shape, Boundary boundary) {
        return detector(id, shape, null, null, boundary, boundary, Map.of(), 50);
    }

    static Detector behind(String id, String lead, String shape, Boundary left) {
        return detector(id, shape, lead, null, left, Boundary.WORD, Map.of(), 50);
    }

    static Detector around(String id, String anchor, String shape) {
        return detector(id, shape, null, anchor, Boundary.WORD, Boundary.WORD, Map.of(), 50);
    }

    static Detector checked(String id, String shape, String check) {
        return detector(id, shape, null, null, Boundary.WORD, Boundary.WORD, check, Map.of(), 50);
    }

    static Detector detector(
            String id,
            String shape,
            @Nullable String lead,
            @Nullable String anchor,
            Boundary left,
            Boundary right,
            Map<String, List<String>> context,
            int specificity) {
        return detector(id, shape, lead, anchor, left, right, null, context, specificity);
    }

    private static Detector detector(
            String id,
            String shape,
            @Nullable String lead,
            @Nullable String anchor,
            Boundary left,
            Boundary right,
            @Nullable String check,
            Map<String, List<String>> context,
            int specificity) {
        return new Detector(
                id,
                "TEST_TYPE",
                DataClass.REFERENCE,
                1,
                null,
                "made up",
                List.of(shape),
                lead,
                anchor,
                left,
                right,
                check,
                context,
                Map.of("en", List.of("order", "invoice number")),
                List.of("code"),
                List.of("sha"),
                new Confidence(40, 40, 80, 90, 10),
                specificity,
                0,
                List.of());
    }

    /** Small shapes that collide with each other a lot. */
    static List<Detector> colliding() {
        return List.of(
                plain("digits", "[0-9]{3,9}", Boundary.WORD),
                plain("number", "[0-9]{2,4}([ -]?[0-9]{2,4}){1,3}", Boundary.NUMBER),
                plain("dotted", "[0-9]+(\\.[0-9]+)+", Boundary.DOTTED),
                plain("pairs", "[0-9a-f]{2}(:[0-9a-f]{2}){2,}", Boundary.GROUP),
                plain("token", "(tk|TK)_[A-Za-z0-9_-]{4,300}", Boundary.TOKEN),
                plain("anywhere", "ab?a[^a1 ]", Boundary.NONE),
                plain("letters", "\\p{L}{2}[0-9]{1,2}\\p{L}?", Boundary.WORD),
                plain("open", "a[ab]*b[ab.]*", Boundary.WORD),
                behind("secret", "(?i:pass|pw)d?[\"']? {0,2}[:=] {0,2}[\"']?", "[^\\s\"',]{4,60}", Boundary.NONE),
                behind("overlapping", "k=+a*", "[a=]{2,8}", Boundary.WORD),
                around("at", "@", "[a-z0-9.]+@([a-z0-9]+\\.)+[a-z]{2,4}"),
                around("scheme", "://", "[a-z]{2,5}://[^\\s@/]+@[a-z.]+"),
                detector(
                        "with-context",
                        "[A-Z]{2}[0-9]{3}",
                        null,
                        null,
                        Boundary.WORD,
                        Boundary.WORD,
                        Map.of("en", List.of("code", "über num")),
                        70));
    }

    /** A number of detectors of the kinds a full catalogue holds: token prefixes, digit runs, mixed identifiers, assignments. */
    static List<Detector> many(int count) {
        List<Detector> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String tag = "" + (char) ('a' + i * 7 % 26) + (char) ('a' + i * 11 % 26) + (char) ('a' + i * 3 % 26);
            String id = "made-" + i;
            int n = i % 13;
            many.add(
                    switch (i % 10) {
                        case 0, 1, 2 -> plain(id, tag + "_[A-Za-z0-9]{" + (20 + n) + "}", Boundary.TOKEN);
                        case 3 ->
                            plain(
                                    id,
                                    tag.toUpperCase(java.util.Locale.ROOT) + "[A-Z0-9]{" + (12 + n) + "}",
                                    Boundary.WORD);
                        case 4 -> plain(id, "[1-9][0-9]{" + (7 + n / 2) + "}", Boundary.NUMBER);
                        case 5 -> plain(id, "[0-9]{3}[ -]?[0-9]{" + (2 + n % 4) + "}[ -]?[0-9]{4}", Boundary.NUMBER);
                        case 6 ->
                            plain(id, "[A-Z]{" + (1 + n % 3) + "}[0-9]{" + (6 + n % 4) + "}[A-Z]?", Boundary.WORD);
                        case 7 -> plain(id, "[0-9]{2}[./-][0-9]{2}[./-][0-9]{" + (2 + n % 3) + "}", Boundary.NUMBER);
                        case 8 ->
                            behind(
                                    id,
                                    "(?i:" + tag + "[_-]?(key|token|secret))[\"']? {0,3}[:=] {0,3}[\"']?",
                                    "[A-Za-z0-9]{" + (16 + n) + "}",
                                    Boundary.WORD);
                        default -> plain(id, "[0-9]{" + (9 + n % 3) + "}[A-Z]|[A-Z][0-9]{8}[A-Z]", Boundary.WORD);
                    });
        }
        return many;
    }
}
