package dev.assay.detect.pii;

import dev.assay.detect.Check;
import dev.assay.detect.Check.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The checks of numbers by name, for people who have one number in hand. Thread-safe. */
public final class Validators {
    private Validators() {}

    /**
     * Whether a text is a well-formed number of a scheme. A number that was published for tests is judged like any other.
     *
     * @param validator name of the scheme as python-stdnum names its module, such as {@code pl.pesel}; {@code in.} and
     *     {@code is.} may stand for {@code in_.} and {@code is_.}
     * @param text the number as people write it; separators, case and blanks at the ends do not matter
     * @return empty if there is no such validator
     */
    public static Optional<Boolean> valid(String validator, String text) {
        Check check = PersonalChecks.all().get(canonical(validator));
        if (check == null) {
            return Optional.empty();
        }
        byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return Optional.of(false);
        }
        if (check instanceof NumberCheck number) {
            return Optional.of(number.holds(bytes, 0, bytes.length));
        }
        Verdict verdict = check.judge(bytes, 0, bytes.length);
        return Optional.of(verdict != Verdict.INVALID);
    }

    /** The names of all validators, sorted. */
    public static SortedSet<String> names() {
        return new TreeSet<>(PersonalChecks.all().keySet());
    }

    private static String canonical(String validator) {
        if (validator.startsWith("in.") || validator.startsWith("is.")) {
            return validator.substring(0, 2) + "_" + validator.substring(2);
        }
        return validator;
    }
}
