package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far in front of a context word a match may begin that the word speaks for. A short match may begin anywhere within its
 * length; one that may be long, such as an address of the web, only where nothing but bytes of its kind stands between.
 * Asked about words in ascending order, it looks at no byte twice. Not thread-safe.
 *
 * <pre>
 *  see https://firma.io/anna for the profile of Anna
 *      ╰ all bytes of a URL ╯      ╰ speaks for a URL that ends within the 40 bytes before it
 * </pre>
 */
final class EarliestStarts {
    /** Matches up to this long are taken to be there. */
    private static final int SHORT = ByteMarks.BLOCK;

    private static final int NO_KIND = -1;

    private final int[] longestShort;

    /** Per phrase, the bytes of the longer matches it speaks for, by number; {@link #NO_KIND} if all are short. */
    private final int[] kindOf;

    private final List<ByteSet> kinds = new ArrayList<>();

    /** Per kind, the most bytes of a match, and the stretch of such bytes that was met last. */
    private final int[] longest;

    private final int[] from;
    private final int[] last;

    EarliestStarts(ContextWords words, List<Parts> parts) {
        longestShort = new int[words.size()];
        kindOf = new int[words.size()];
        int[] most = new int[words.size()];
        for (int phrase = 0; phrase < kindOf.length; phrase++) {
            ByteSet bytes = ByteSet.NONE;
            int longestOfAll = 0;
            for (int detector : words.detectorList(phrase)) {
                Parts part = parts.get(detector);
                if (part.longest() > SHORT) {
                    bytes = bytes.union(part.bytes());
                    longestOfAll = Math.max(longestOfAll, part.longest());
                } else {
                    longestShort[phrase] = Math.max(longestShort[phrase], part.longest());
                }
            }
            kindOf[phrase] = NO_KIND;
            if (longestOfAll > 0) {
                kindOf[phrase] = number(bytes);
                most[kindOf[phrase]] = Math.max(most[kindOf[phrase]], longestOfAll);
            }
        }
        longest = Arrays.copyOf(most, kinds.size());
        from = new int[kinds.size()];
        last = new int[kinds.size()];
    }

    private int number(ByteSet bytes) {
        if (!kinds.contains(bytes)) {
            kinds.add(bytes);
        }
        return kinds.indexOf(bytes);
    }

    /** Begins with other bytes. */
    void begin() {
        Arrays.fill(last, -1);
    }

    /** The first place of a cell at which a match may begin that a phrase which begins at some place speaks for. */
    int of(int phrase, byte[] bytes, int cellStart, int place) {
        int end = place - ContextWindow.AFTER;
        int earliest = end - longestShort[phrase];
        int kind = kindOf[phrase];
        if (kind != NO_KIND) {
            earliest = Math.min(earliest, stretchTo(end, kind, bytes, Math.max(cellStart, end - longest[kind])));
        }
        return Math.max(cellStart, earliest);
    }

    /** Where the bytes of a kind begin that end with the one at a place; behind it if it is none. */
    private int stretchTo(int place, int kind, byte[] bytes, int limit) {
        ByteSet ofKind = kinds.get(kind);
        int at = place;
        while (at >= limit && at > last[kind] && ofKind.contains(bytes[at] & 0xFF)) {
            at--;
        }
        boolean goesOn = at >= limit && at == last[kind];
        from[kind] = goesOn ? from[kind] : at + 1;
        last[kind] = place;
        return Math.max(limit, from[kind]);
    }

    /** The most bytes of a match that any phrase speaks for. */
    int longest() {
        return Math.max(SHORT, Arrays.stream(longest).max().orElse(0));
    }
}
