package dev.assay.detect;

import dev.assay.config.FindingClass;
import dev.assay.detect.Check.Verdict;
import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a scan should find in text as it stands, told slowly: walks the shapes' trees at every position with every detector, reads words with a
 * regular expression, and compares every candidate with every other.
 */
final class ReferenceMatcher {
    /** What stands before a value that JSON or a query gives a name, a character a byte. */
    private static final Pattern NAMED = Pattern.compile(
            "(?s).*(?:[?&;](?<query>[A-Za-z0-9_. \u0080-\u00FE-]{1,64})=|\"(?<json>[A-Za-z0-9_. \u0080-\u00FE-]{1,64})\" {0,64}: {0,64}\"?)");

    private static final Pattern WORD_OF_NAME = Pattern.compile("[A-Z]*[a-z0-9\u0080-\u00FE]*");

    private final RuleSet rules;
    private final Candour candour;
    private final List<Parsed> parsed;
    private byte[] bytes = new byte[0];
    private int cellStart;
    private int cellEnd;
    private final List<Found> found = new ArrayList<>();

    ReferenceMatcher(RuleSet rules, Candour candour) {
        this.rules = rules;
        this.candour = candour;
        parsed = rules.detectors().stream().map(Parsed::of).toList();
    }

    /** The shapes of a detector as trees, and the bytes that what it looks for first can begin with. */
    private record Parsed(Shape shape, @Nullable Shape lead, ByteSet first) {
        static Parsed of(Detector entry) {
            Shape shape = Shape.anyOf(entry.shapes().stream().map(Shape::parse).toList());
            String text = entry.lead();
            Shape lead = text == null ? null : Shape.parse(text);
            return new Parsed(shape, lead, ReferenceMatcher.first(lead == null ? shape : lead));
        }
    }

    /** A finding, in bytes from the start of the cell; {@code winner} is its place in the list. */
    record Found(int start, int end, int detector, int confidence, FindingClass findingClass, int winner) {
        boolean overlaps(Found other) {
            return start < other.end && other.start < end;
        }

        Found beatenBy(int place) {
            return new Found(start, end, detector, confidence, findingClass, place);
        }
    }

    List<Found> find(byte[] cell, ColumnContext column) {
        bytes = new byte[cell.length + 2 * CellBatch.PADDING];
        Arrays.fill(bytes, CellBatch.SEPARATOR);
        System.arraycopy(cell, 0, bytes, CellBatch.PADDING, cell.length);
        cellStart = CellBatch.PADDING;
        cellEnd = cellStart + cell.length;
        found.clear();
        for (int detector = 0; detector < rules.detectors().size(); detector++) {
            detect(detector, column);
        }
        return resolved();
    }

    private void detect(int detector, ColumnContext column) {
        Detector entry = rules.detector(detector);
        Shape shape = parsed.get(detector).shape();
        Shape lead = parsed.get(detector).lead();
        ByteSet first = parsed.get(detector).first();
        Shape anchor = entry.anchor() == null ? null : Shape.parse(String.valueOf(entry.anchor()));
        int matchedTo = 0;
        for (int at = cellStart; at < cellEnd; at++) {
            if (at < matchedTo) {
                continue;
            }
            if (anchor != null) {
                matchedTo = Math.max(matchedTo, anchored(detector, entry, anchor, at, matchedTo, column));
            } else if (first.contains(bytes[at] & 0xFF) && entry.left().allowsStart(bytes, at)) {
                if (lead == null) {
                    matchedTo =
                            Math.max(matchedTo, longest(detector, entry, at, ends(shape, at, at + 2048), 9, column)[0]);
                } else {
                    int tries = 9;
                    List<Integer> leadEnds = descending(ends(lead, at, at + 2048));
                    for (int start : leadEnds.subList(0, Math.min(8, leadEnds.size()))) {
                        int[] outcome = longest(detector, entry, start, ends(shape, start, at + 2048), tries, column);
                        tries = outcome[1];
                        if (outcome[0] > 0) {
                            matchedTo = outcome[0];
                            break;
                        }
                    }
                }
            }
        }
    }

    private int anchored(int detector, Detector entry, Shape anchor, int at, int matchedTo, ColumnContext column) {
        List<Shape> parts = ((Shape.Sequence) parsed.get(detector).shape()).parts();
        List<Shape> middle = anchor instanceof Shape.Sequence sequence ? sequence.parts() : List.of(anchor);
        int place = 0;
        while (!parts.subList(place, place + middle.size()).equals(middle)) {
            place++;
        }
        Shape before = new Shape.Sequence(parts.subList(0, place));
        Shape behind = new Shape.Sequence(parts.subList(place, parts.size()));
        BitSet ends = ends(behind, at, at + 2048);
        if (ends.isEmpty()) {
            return 0;
        }
        for (int start = Math.max(Math.max(cellStart, matchedTo), at - 1024); start < at; start++) {
            if (ends(before, start, at).get(at) && entry.left().allowsStart(bytes, start)) {
                return longest(detector, entry, start, ends, 9, column)[0];
            }
        }
        return 0;
    }

    /** The end of the accepted match, or 0, and the tries left. */
    private int[] longest(int detector, Detector entry, int start, BitSet ends, int tries, ColumnContext column) {
        int left = tries;
        for (int end : descending(ends)) {
            if (left > 0 && entry.right().allowsEnd(bytes, end)) {
                Verdict verdict = !mayReport(detector, entry, start, end, column)
                        ? Verdict.INVALID
                        : entry.check() == null
                                ? Verdict.UNCHECKED
                                : rules.check(detector).judge(bytes, start, end);
                if (verdict != Verdict.INVALID) {
                    add(detector, entry, start, end, verdict, column);
                    return new int[] {end, 0};
                }
                left--;
            }
        }
        return new int[] {0, left};
    }

    private boolean mayReport(int detector, Detector entry, int start, int end, ColumnContext column) {
        Confidence rule = entry.confidence();
        boolean unlikely = rule.shape() < 30 && rule.checked() < 30;
        boolean weighed = entry.chancePpm() > 0 && start == cellStart && end == cellEnd;
        return !unlikely
                || weighed
                || candour == Candour.ALL
                || path(detector, entry, start, column) == 1
                || near(entry.contextWords(), start, end);
    }

    /** What the column's path says, or if it says nothing the name a value has inside its cell. */
    private int path(int detector, Detector entry, int start, ColumnContext column) {
        if (column.evidence(detector) != 0) {
            return column.evidence(detector);
        }
        String before = new String(bytes, cellStart, start - cellStart, StandardCharsets.ISO_8859_1);
        Matcher named = NAMED.matcher(before);
        if (!named.matches()) {
            return 0;
        }
        String name = named.group("query") == null ? named.group("json") : named.group("query");
        StringBuilder words = new StringBuilder();
        Matcher word = WORD_OF_NAME.matcher(name);
        while (word.find()) {
            words.append(word.group().replaceAll("[0-9]+$", "")).append(' ');
        }
        String spaced =
                spaced(new String(words.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        if (entry.columns().stream().map(ReferenceMatcher::spaced).anyMatch(spaced::contains)) {
            return 1;
        }
        return entry.notColumns().stream().map(ReferenceMatcher::spaced).anyMatch(spaced::contains) ? -1 : 0;
    }

    private static List<Integer> descending(BitSet set) {
        return set.stream().boxed().sorted(Comparator.reverseOrder()).toList();
    }

    private void add(int detector, Detector entry, int start, int end, Verdict verdict, ColumnContext column) {
        int words = 0;
        if (near(entry.contextWords(), start, end)) {
            words = 1;
        } else if (near(entry.againstWords(), start, end)) {
            words = -1;
        }
        int path = path(detector, entry, start, column);
        Confidence rule = entry.confidence();
        int confidence = verdict == Verdict.UNCHECKED ? rule.shape() : rule.checked();
        if (words != 1 && path != 1) {
            confidence = words == -1 || path == -1 ? Math.min(confidence, rule.counter()) : confidence;
        } else {
            confidence = words == 1 ? Math.max(confidence, rule.context()) : confidence;
            confidence = path == 1 ? Math.max(confidence, rule.column()) : confidence;
        }
        FindingClass kind = verdict == Verdict.PUBLISHED_TEST
                ? FindingClass.PUBLISHED_TEST
                : verdict == Verdict.PLACEHOLDER ? FindingClass.PLACEHOLDER : FindingClass.REAL;
        if (confidence > 0) {
            found.add(new Found(start - cellStart, end - cellStart, detector, confidence, kind, 0));
        }
    }

    private boolean near(List<String> phrases, int start, int end) {
        int first = Math.max(cellStart, start - 100);
        while (first > cellStart && first < start && isInsideWord(first)) {
            first++;
        }
        int last = Math.min(cellEnd, end + 40);
        while (last < cellEnd && last > end && isInsideWord(last)) {
            last--;
        }
        int to = start;
        boolean runsOn = start - 2 >= first
                && isInsideWord(start)
                && characterAt(start - 1).length() == 1
                && (bytes[start - 1] & 0xC0) == 0x80
                && (bytes[start - 2] & 0xE0) == 0xC0;
        while (runsOn && to > first && Words.kind(characterAt(to - 1).codePointAt(0)) == Words.LETTER) {
            to--;
        }
        String before = stretch(first, to);
        int next = end;
        while (next < last && isAscii(next - 1) && isAscii(next)) {
            next++;
        }
        String behind = stretch(next, last);
        return phrases.stream()
                .map(ReferenceMatcher::spaced)
                .anyMatch(phrase -> before.contains(phrase) || behind.contains(phrase));
    }

    /** The words of a stretch, lower case, each between spaces; the separator byte parts words. */
    private String stretch(int from, int to) {
        byte[] copy = Arrays.copyOfRange(bytes, from, to);
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == CellBatch.SEPARATOR ? (byte) ' ' : copy[i];
        }
        return spaced(new String(copy, StandardCharsets.UTF_8));
    }

    private boolean isAscii(int at) {
        return bytes[at] > 0 && Words.kind(bytes[at]) == Words.LETTER;
    }

    /** Whether a place lies inside a character or between two letters. */
    private boolean isInsideWord(int at) {
        int begin = characterStart(at);
        return begin < at
                || (Words.kind(characterAt(at).codePointAt(0)) == Words.LETTER
                        && Words.kind(characterAt(at - 1).codePointAt(0)) == Words.LETTER);
    }

    /** The character a byte belongs to, as the platform decodes it; U+FFFD where there is none. */
    private String characterAt(int at) {
        int begin = characterStart(at);
        int end = begin + 1;
        while (end < cellEnd && end < begin + 4 && (bytes[end] & 0xC0) == 0x80) {
            end++;
        }
        return isOneCharacter(begin, at) ? new String(bytes, begin, end - begin, StandardCharsets.UTF_8) : "\uFFFD";
    }

    private int characterStart(int at) {
        for (int begin = at; begin >= Math.max(cellStart, at - 3); begin--) {
            if (isOneCharacter(begin, at)) {
                return begin;
            }
        }
        return at;
    }

    /** Whether a well-formed character begins at a place and holds another. */
    private boolean isOneCharacter(int begin, int at) {
        for (int end = at + 1; end <= Math.min(cellEnd, begin + 4); end++) {
            String decoded = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
            if (decoded.codePointCount(0, decoded.length()) == 1 && !decoded.equals("\uFFFD")) {
                return true;
            }
        }
        return false;
    }

    /** The words of a text, lower case, each between spaces. */
    private static String spaced(String text) {
        StringBuilder words = new StringBuilder(" ");
        text.toLowerCase(Locale.ROOT).codePoints().forEach(codePoint -> {
            boolean begun = words.charAt(words.length() - 1) != ' ';
            if (begun && Words.kind(codePoint) != Words.LETTER) {
                words.append(' ');
            }
            if (Words.kind(codePoint) != Words.SEPARATOR) {
                words.appendCodePoint(codePoint);
            }
            if (Words.kind(codePoint) == Words.ALONE) {
                words.append(' ');
            }
        });
        return words.append(' ').toString();
    }

    private BitSet ends(Shape shape, int from, int limit) {
        BitSet start = new BitSet();
        start.set(from);
        BitSet ends = follow(shape, start, Math.min(limit, cellEnd));
        ends.clear(from);
        return ends;
    }

    /** The bytes a match can begin with, so that no tree is walked where the first byte already says no. */
    private static ByteSet first(Shape shape) {
        if (shape instanceof Shape.OneByte one) {
            return one.set();
        }
        if (shape instanceof Shape.Repeat repeat) {
            return first(repeat.inner());
        }
        ByteSet first = ByteSet.NONE;
        if (shape instanceof Shape.Choice choice) {
            for (Shape option : choice.options()) {
                first = first.union(first(option));
            }
        } else if (shape instanceof Shape.Sequence sequence) {
            for (Shape part : sequence.parts()) {
                first = first.union(first(part));
                if (!part.matchesEmpty()) {
                    break;
                }
            }
        }
        return first;
    }

    /** Where a shape may have ended if it began at one of some places. */
    private BitSet follow(Shape shape, BitSet from, int limit) {
        BitSet ends = new BitSet();
        if (from.isEmpty()) {
            return ends;
        }
        if (shape instanceof Shape.OneByte one) {
            for (int at = from.nextSetBit(0); at >= 0 && at < limit; at = from.nextSetBit(at + 1)) {
                ends.set(at + 1, one.set().contains(bytes[at] & 0xFF));
            }
        } else if (shape instanceof Shape.Sequence sequence) {
            ends.or(from);
            for (Shape part : sequence.parts()) {
                BitSet next = follow(part, ends, limit);
                ends.clear();
                ends.or(next);
            }
        } else if (shape instanceof Shape.Choice choice) {
            choice.options().forEach(option -> ends.or(follow(option, from, limit)));
        } else if (shape instanceof Shape.Repeat repeat) {
            BitSet now = from;
            for (int i = 0; i < repeat.min(); i++) {
                now = follow(repeat.inner(), now, limit);
            }
            ends.or(now);
            for (int i = repeat.min(); i < repeat.max() && !now.isEmpty(); i++) {
                BitSet next = follow(repeat.inner(), now, limit);
                next.andNot(ends);
                ends.or(next);
                now = next;
            }
        }
        return ends;
    }

    private List<Found> resolved() {
        found.sort(Comparator.comparingInt(Found::start)
                .thenComparing(Found::end, Comparator.reverseOrder())
                .thenComparing(Found::detector));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.comparing((Integer place) -> -found.get(place).confidence())
                .thenComparing(
                        place -> -rules.detector(found.get(place).detector()).specificity())
                .thenComparing(
                        place -> found.get(place).start() - found.get(place).end())
                .thenComparing(place -> found.get(place).detector())
                .thenComparing(place -> found.get(place).start()));
        List<Integer> winners = new ArrayList<>();
        for (int place : places) {
            int winner = place;
            for (int best : winners) {
                if (found.get(best).overlaps(found.get(place))) {
                    winner = best;
                    break;
                }
            }
            if (winner == place) {
                winners.add(place);
            }
            found.set(place, found.get(place).beatenBy(winner));
        }
        return List.copyOf(found);
    }
}
