package dev.assay.rights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An SPDX licence expression (SPDX 3.0.1, Annex B): identifiers joined by {@code WITH}, {@code AND} and {@code OR}, which
 * bind in this order, and parentheses.
 */
public sealed interface LicenceExpression {

    /** What one may use the data under; the mildest choice where there is one. */
    Set<LicenceCondition> conditions();

    /**
     * Whether the expression can be fulfilled with licences of a list: all parts of an {@code AND}, one of an {@code OR}.
     *
     * @param allowed identifiers, in any case
     */
    boolean isWithin(Set<String> allowed);

    /** All identifiers in it, as the list writes them. */
    SortedSet<String> identifiers();

    /**
     * One licence.
     *
     * @param id as the SPDX list writes it, or a reference of the form {@code LicenseRef-…}
     * @param orLater whether {@code +} follows
     * @param exception what follows {@code WITH}; empty if nothing does
     */
    record Licence(String id, boolean orLater, String exception) implements LicenceExpression {
        @Override
        public Set<LicenceCondition> conditions() {
            return LicenceCondition.of(id);
        }

        @Override
        public boolean isWithin(Set<String> allowed) {
            return allowed.stream().anyMatch(name -> name.equalsIgnoreCase(id) || name.equalsIgnoreCase(toString()));
        }

        @Override
        public SortedSet<String> identifiers() {
            return new TreeSet<>(Set.of(id));
        }

        @Override
        public String toString() {
            return id + (orLater ? "+" : "") + (exception.isEmpty() ? "" : " WITH " + exception);
        }
    }

    /** All of several. */
    record And(List<LicenceExpression> parts) implements LicenceExpression {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public Set<LicenceCondition> conditions() {
            Set<LicenceCondition> all = EnumSet.noneOf(LicenceCondition.class);
            parts.forEach(part -> all.addAll(part.conditions()));
            return Collections.unmodifiableSet(all);
        }

        @Override
        public boolean isWithin(Set<String> allowed) {
            return parts.stream().allMatch(part -> part.isWithin(allowed));
        }

        @Override
        public SortedSet<String> identifiers() {
            return all(parts);
        }
    }

    /** One of several, at the choice of whoever uses the data. */
    record Or(List<LicenceExpression> parts) implements LicenceExpression {
        public Or {
            parts = List.copyOf(parts);
        }

        /** Of the choice with fewest conditions, the first of them where several have as few. */
        @Override
        public Set<LicenceCondition> conditions() {
            Set<LicenceCondition> mildest = parts.get(0).conditions();
            for (LicenceExpression part : parts) {
                boolean known = !part.conditions().contains(LicenceCondition.UNKNOWN);
                boolean better = mildest.contains(LicenceCondition.UNKNOWN)
                        || part.conditions().size() < mildest.size();
                if (known && better) {
                    mildest = part.conditions();
                }
            }
            return mildest;
        }

        @Override
        public boolean isWithin(Set<String> allowed) {
            return parts.stream().anyMatch(part -> part.isWithin(allowed));
        }

        @Override
        public SortedSet<String> identifiers() {
            return all(parts);
        }
    }

    private static SortedSet<String> all(List<LicenceExpression> parts) {
        SortedSet<String> all = new TreeSet<>();
        parts.forEach(part -> all.addAll(part.identifiers()));
        return all;
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static LicenceExpression parse(String text) {
        return new Parser(text).whole();
    }

    /** Reads tokens from left to right; parentheses may nest 20 deep. */
    final class Parser {
        private static final Pattern REFERENCE =
                Pattern.compile("(DocumentRef-[A-Za-z0-9.-]+:)?(LicenseRef|AdditionRef)-[A-Za-z0-9.-]+");
        private static final int MAX_DEPTH = 20;
        private static final int MAX_LENGTH = 2_000;

        private final String text;
        private final List<String> tokens = new ArrayList<>();
        private int at;

        private Parser(String text) {
            this.text = text;
        }

        private LicenceExpression whole() {
            if (text.isBlank() || text.length() > MAX_LENGTH) {
                throw wrong("it is empty or longer than " + MAX_LENGTH + " characters");
            }
            for (String word :
                    text.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+", -1)) {
                tokens.add(word);
            }
            LicenceExpression expression = or(0);
            if (at < tokens.size()) {
                throw wrong("`" + tokens.get(at) + "` stands where AND, OR, WITH or the end was expected");
            }
            return expression;
        }

        private LicenceExpression or(int depth) {
            List<LicenceExpression> parts = new ArrayList<>(List.of(and(depth)));
            while (takes("OR")) {
                parts.add(and(depth));
            }
            return parts.size() == 1 ? parts.get(0) : new Or(parts);
        }

        private LicenceExpression and(int depth) {
            List<LicenceExpression> parts = new ArrayList<>(List.of(single(depth)));
            while (takes("AND")) {
                parts.add(single(depth));
            }
            return parts.size() == 1 ? parts.get(0) : new And(parts);
        }

        private LicenceExpression single(int depth) {
            if (takes("(")) {
                if (depth == MAX_DEPTH) {
                    throw wrong("it nests more than " + MAX_DEPTH + " parentheses");
                }
                LicenceExpression inner = or(depth + 1);
                if (!takes(")")) {
                    throw wrong("it has a parenthesis that is not closed");
                }
                return inner;
            }
            if (at == tokens.size()) {
                throw wrong("it ends where a licence was expected");
            }
            String word = tokens.get(at++);
            boolean orLater = word.endsWith("+");
            String name = orLater ? word.substring(0, word.length() - 1) : word;
            String id = REFERENCE.matcher(name).matches()
                    ? name
                    : SpdxIds.loaded()
                            .licence(name)
                            .orElseThrow(() -> wrong("`" + name + "` is no identifier of the SPDX License List"));
            String exception = "";
            if (takes("WITH")) {
                if (at == tokens.size()) {
                    throw wrong("it ends after WITH");
                }
                String named = tokens.get(at++);
                exception = REFERENCE.matcher(named).matches()
                        ? named
                        : SpdxIds.loaded()
                                .exception(named)
                                .orElseThrow(() -> wrong("`" + named + "` is no exception of the SPDX License List"));
            }
            return new Licence(id, orLater, exception);
        }

        private boolean takes(String word) {
            boolean same = at < tokens.size()
                    && (tokens.get(at).equals(word) || tokens.get(at).equals(word.toLowerCase(Locale.ROOT)));
            at += same ? 1 : 0;
            return same;
        }

        private IllegalArgumentException wrong(String what) {
            String shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
            return new IllegalArgumentException("`" + shown + "` is no SPDX licence expression: " + what);
        }
    }
}
