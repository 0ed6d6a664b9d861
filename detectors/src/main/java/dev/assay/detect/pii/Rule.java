package dev.assay.detect.pii;

/** Says whether a compact number (upper case, separators gone, one byte a character) is well formed. Pure. */
@FunctionalInterface
interface Rule {
    boolean holds(byte[] text, int start, int end);

    /** Holds where either holds. */
    default Rule or(Rule other) {
        return (text, start, end) -> holds(text, start, end) || other.holds(text, start, end);
    }

    /** Holds where both hold. */
    default Rule and(Rule other) {
        return (text, start, end) -> holds(text, start, end) && other.holds(text, start, end);
    }

    /** The rule for what is left when one of the prefixes is taken off, or for the whole if none is there. */
    default Rule afterOptional(String... prefixes) {
        return (text, start, end) -> {
            for (String prefix : prefixes) {
                if (Chars.starts(text, start, end, prefix)) {
                    return holds(text, start + prefix.length(), end);
                }
            }
            return holds(text, start, end);
        };
    }

    /** The rule for what follows a prefix that must be there. */
    default Rule after(String prefix) {
        return (text, start, end) ->
                Chars.starts(text, start, end, prefix) && holds(text, start + prefix.length(), end);
    }
}
