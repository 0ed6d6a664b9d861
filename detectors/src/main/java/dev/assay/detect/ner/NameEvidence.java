package dev.assay.detect.ner;

import java.util.Arrays;

/**
 * What speaks for a person's name beyond the model, and against it: phrases that introduce one ({@link NameCues}), the end of
 * a letter, addresses of e-mail nearby ({@link MailNames}). A name so introduced is likely at least, whatever the model says
 * of it; the phrase itself is no part of a name. Takes what the model found in a segment and gives what stands. Not
 * thread-safe.
 */
final class NameEvidence implements NameTagger.Names {
    /** How probable a name is that a phrase introduces, in parts per thousand. */
    private static final int INTRODUCED = 800;

    private static final NameKind[] KINDS = NameKind.values();
    private static final int MOST = NameTokens.MOST;
    private static final int LONGEST_CLOSING = 8;
    private static final long COLON = NameTokens.hashOfMark(':');
    private static final long COMMA = NameTokens.hashOfMark(',');
    private static final long STOP = NameTokens.hashOfMark('.');
    private static final long EXCLAMATION = NameTokens.hashOfMark('!');
    private static final long DASH = NameTokens.hashOfMark('-');
    private static final long CLOSES_BRACKET = NameTokens.hashOfMark(')');
    private static final long OPENS_ADDRESS = NameTokens.hashOfMark('<');

    private final NameCues cues = NameCues.SHIPPED;
    private final MailNames mails = new MailNames();
    private final boolean[] cue = new boolean[NameTokens.CAPACITY];

    /** Names that something speaks for: first token, one past the last. */
    private final int[] runs = new int[MOST * 2];

    private int runCount;

    /** Names that the model found: kind, first token, one past the last, parts per thousand. */
    private final int[] found = new int[MOST * 4];

    private int foundCount;
    private final NameTokens tokens;
    private final MailNames.Found byMail = this::add;
    private byte[] bytes = new byte[0];
    private int end;

    NameEvidence(NameTokens tokens) {
        this.tokens = tokens;
    }

    /** Begins a text. */
    void begin(byte[] text) {
        bytes = text;
        mails.clear();
    }

    /**
     * Hears the addresses among some tokens of the text.
     *
     * @param calls what {@link Gate} tells of them together
     */
    void hear(int first, int last, int calls) {
        if ((calls & Gate.ADDRESS) != 0) {
            mails.gather(tokens, bytes, first, last);
        }
    }

    /** Whether a segment ends a letter, so that a name may follow: <i>Kind regards,</i> or two dashes. */
    boolean closes(int first, int last) {
        if (last - first > LONGEST_CLOSING || last <= first) {
            return false;
        }
        int words = last;
        while (words > first && tokens.shape(words - 1) == NameTokens.MARK) {
            words--;
        }
        if (words == first) {
            return last - first == 2 && tokens.word(first) == DASH && tokens.word(first + 1) == DASH;
        }
        int phrase = cues.at(tokens, first, words);
        return phrase >= 0 && cues.kind(phrase) == NameCues.Kind.CLOSES && first + cues.length(phrase) == words;
    }

    /**
     * Looks for what speaks for names in a segment before the model's word is taken.
     *
     * @param calls what {@link Gate} tells of its tokens together
     */
    void look(int first, int last, int calls, Before before) {
        end = last;
        runCount = 0;
        foundCount = 0;
        Arrays.fill(cue, first, last, false);
        if (before == Before.CLOSING || (last - first > 2 && isDashes(first))) {
            lookForWriter(first, before);
        }
        if ((calls & Gate.PHRASE) != 0) {
            lookForPhrases(first, last);
        }
        mails.find(tokens, bytes, first, last, byMail);
    }

    private void lookForPhrases(int first, int last) {
        int i = first;
        while (i < last) {
            int phrase = cues.at(tokens, i, last);
            if (phrase < 0) {
                if (tokens.word(i) == OPENS_ADDRESS && i > first) {
                    lookBeforeAddress(first, i);
                }
                i++;
            } else {
                int behind = i + cues.length(phrase);
                hearPhrase(cues.kind(phrase), first, i, behind);
                i = behind;
            }
        }
    }

    /** What stands before a segment. */
    enum Before {
        /** The end of a letter. */
        CLOSING,
        ANYTHING
    }

    private boolean isDashes(int at) {
        return tokens.word(at) == DASH && tokens.word(at + 1) == DASH && tokens.end[at] == tokens.start[at + 1];
    }

    /** The writer's name is a line of its own, or all there is behind dashes or before a comma. */
    private void lookForWriter(int first, Before before) {
        int at = first;
        while (at < end && tokens.word(at) == DASH) {
            at++;
        }
        int stop = NameRun.end(tokens, at, end);
        boolean alone = stop == end || tokens.word(stop) == COMMA;
        boolean listed = stop > at && NameRun.isListed(tokens.flags(at));
        if (stop > at && alone && (before == Before.CLOSING || listed)) {
            add(at, stop);
        }
    }

    private void hearPhrase(NameCues.Kind kind, int first, int from, int behind) {
        switch (kind) {
            case TITLE -> {
                int stop = NameRun.end(tokens, behind, end);
                if (!isBeforeNumber(stop)) {
                    add(behind, stop);
                }
            }
            case INTRODUCES -> {
                int at = behindTitle(behind < end && tokens.word(behind) == COLON ? behind + 1 : behind);
                mark(from, behind);
                add(at, NameRun.end(tokens, at, end));
            }
            case CLOSES -> {
                boolean begins = from == first || tokens.shape(from - 1) == NameTokens.MARK;
                if (begins && (behind == end || isPause(behind))) {
                    mark(from, behind);
                    int stop = behind < end ? NameRun.end(tokens, behind + 1, end) : end;
                    if (behind < end && stop == end) {
                        add(behind + 1, stop);
                    }
                }
            }
            case PRODUCT -> mark(from, behind);
            case GREETS -> {
                int at = behindTitle(behind);
                int stop = NameRun.end(tokens, at, end);
                if (from == first && stop > at && (stop == end || isPause(stop))) {
                    mark(from, at);
                    add(at, stop);
                }
            }
        }
    }

    /** A street is called after a person and has a number. */
    private boolean isBeforeNumber(int token) {
        int at = token < end && tokens.word(token) == COMMA ? token + 1 : token;
        return at < end && tokens.shape(at) == NameTokens.NUMBER;
    }

    private int behindTitle(int at) {
        int behind = at;
        while (behind < end) {
            int phrase = cues.at(tokens, behind, end);
            if (phrase < 0 || cues.kind(phrase) != NameCues.Kind.TITLE) {
                return behind;
            }
            behind += cues.length(phrase);
        }
        return behind;
    }

    private boolean isPause(int token) {
        long mark = tokens.word(token);
        return mark == COMMA || mark == COLON || mark == STOP || mark == EXCLAMATION;
    }

    /** {@code Jane Doe <jane@…>}: a list of names or the address has to speak for it as well. */
    private void lookBeforeAddress(int first, int bracket) {
        if (bracket + 1 >= end || tokens.shape(bracket + 1) != NameTokens.OPAQUE) {
            return;
        }
        int from = bracket;
        boolean listed = false;
        while (from > first && (NameRun.isWordOfName(tokens, from - 1) || NameRun.isParticle(tokens, from - 1))) {
            from--;
            listed |= NameRun.isListed(tokens.flags(from));
        }
        boolean whole = from == first || tokens.shape(from - 1) == NameTokens.MARK || cue[from - 1];
        if (whole && bracket - from > 1 && NameRun.end(tokens, from, bracket) == bracket) {
            if (listed || mails.areInitialsOf(tokens, bytes, from, bracket)) {
                add(from, bracket);
            }
        }
    }

    private void mark(int from, int to) {
        Arrays.fill(cue, from, to, true);
    }

    private void add(int first, int last) {
        if (last > first && runCount < MOST && !isHeard(first, last)) {
            runs[runCount * 2] = first;
            runs[runCount * 2 + 1] = last;
            runCount++;
        }
    }

    /** Whether something spoke for these words already, as a salutation and the title in it do. */
    private boolean isHeard(int first, int last) {
        for (int run = 0; run < runCount; run++) {
            if (runs[run * 2] < last && first < runs[run * 2 + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Takes a name that the model found, without the phrases around it. */
    @Override
    public void name(NameKind kind, int first, int last, int permille) {
        int from = first;
        int to = last;
        while (from < to && (cue[from] || (from > first && tokens.shape(from) == NameTokens.MARK))) {
            from++;
        }
        while (to > from && (cue[to - 1] || endsOutside(to - 1))) {
            to--;
        }
        boolean title = kind == NameKind.PERSON && to - from == 1 && isTitleAlone(from);
        if (to > from && !title && foundCount < MOST) {
            int at = foundCount * 4;
            found[at] = kind.place();
            found[at + 1] = from;
            found[at + 2] = to;
            found[at + 3] = permille;
            foundCount++;
        }
    }

    /** Whether a name ends before a mark: a full stop may be an abbreviation's, a bracket may have been opened within it. */
    private boolean endsOutside(int token) {
        long mark = tokens.word(token);
        return tokens.shape(token) == NameTokens.MARK && mark != STOP && mark != CLOSES_BRACKET;
    }

    private boolean isTitleAlone(int token) {
        int flags = tokens.flags(token);
        boolean behindAnother = token > 0 && (tokens.flags(token - 1) & Lexicon.TITLE) != 0;
        return (flags & Lexicon.TITLE) != 0 && !NameRun.isListed(flags) && !behindAnother;
    }

    /** Gives what stands of a segment: the model's names, those likelier that something speaks for, and what it missed. */
    void settle(NameTagger.Names into) {
        for (int run = 0; run < runCount; run++) {
            if (!strengthens(runs[run * 2], runs[run * 2 + 1])) {
                into.name(NameKind.PERSON, runs[run * 2], runs[run * 2 + 1], INTRODUCED);
            }
        }
        for (int i = 0; i < foundCount; i++) {
            int at = i * 4;
            if (found[at + 2] > found[at + 1]) {
                into.name(KINDS[found[at]], found[at + 1], found[at + 2], found[at + 3]);
            }
        }
    }

    /**
     * Whether the model's word covers a name that something speaks for: its person is made likelier; a place within the name is
     * taken back, and so is an organisation that is less likely than a person; any other is believed.
     */
    private boolean strengthens(int first, int last) {
        boolean covered = false;
        for (int i = 0; i < foundCount; i++) {
            int at = i * 4;
            boolean touches = found[at + 1] < last && first < found[at + 2];
            if (touches && found[at] == NameKind.PERSON.place()) {
                found[at + 3] = Math.max(found[at + 3], INTRODUCED);
                covered = true;
            } else if (touches && isOutweighed(at, first, last)) {
                found[at + 2] = found[at + 1];
            } else {
                covered |= touches;
            }
        }
        return covered;
    }

    private boolean isOutweighed(int at, int first, int last) {
        boolean within = found[at + 1] >= first && found[at + 2] <= last;
        return found[at] == NameKind.LOCATION.place() ? found[at + 1] >= first : within && found[at + 3] < INTRODUCED;
    }
}
