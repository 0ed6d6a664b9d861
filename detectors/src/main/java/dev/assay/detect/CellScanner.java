package dev.assay.detect;

import static java.util.Objects.requireNonNull;

import dev.assay.config.FindingClass;
import java.util.BitSet;

/**
 * Runs every detector of a {@link RuleSet} over the cells of a batch. In stages, each dearer and met by fewer positions:
 *
 * <ol>
 *   <li>bare numbers: a batch of numbers too short for any detector is passed by;
 *   <li>repeated cells: short ones that held nothing before are left out;
 *   <li>marks: a look at each byte tells where something may begin;
 *   <li>front filter: a first look at each place, then hashes and byte masks leave few positions in a hundred;
 *   <li>look ahead: sixteen steps of the union automaton, several positions at once;
 *   <li>walk: the automaton to its end, noting who accepts where;
 *   <li>verify: boundaries, lead, check, words around, confidence;
 *   <li>read: the same once more for what odd characters, escapes and base64 stand for, where there are any;
 *   <li>find: what has no shape, such as names, by readers of whole cells;
 *   <li>resolve: one winner per span.
 * </ol>
 *
 * What is found in a cell depends on the cell and the column alone, not on its neighbours in the batch. One scanner serves
 * one thread and many batches; it allocates nothing per cell.
 */
public final class CellScanner {
    private static final int CHUNK = 8192;

    /** So many candidates whose words are read in a chunk make it worth while to look for all such words in the next at once. */
    private static final int MANY_WINDOWS = 8;

    /** A match of a shape that is this sure is not outdone by a name on the same bytes. */
    private static final int SHAPE_WINS = 45;

    /** Specificity of shapes that any word may have. */
    private static final int ANY_WORD = 20;

    private final BareNumbers numbers;
    private final PassScan literals;
    private final PassScan words;
    private final PassScan classes;
    private final PassScan supported;
    private final Places placesOf;
    private final FirstLook firstLook;
    private final ByteMarks marks = new ByteMarks();
    private final ByteMarks marksOfReadings = new ByteMarks();
    private final ContextHits hits;
    private final ContextZones zones;
    private final ContextReach reach;
    private final Verifier verifier;
    private final AwakeFront awake;
    private final Resolver resolver;
    private final SpanFinder finder;
    private final Detector[] detectors;
    private final Candidates candidates = new Candidates();
    private final ReadingScan readings;
    private final RepeatedCells repeated = new RepeatedCells();
    private final QuietStretches nowhere = new QuietStretches();
    private final VerbatimStretches ofPlain = new VerbatimStretches(VerbatimStretches.Text.PLAIN);
    private final VerbatimStretches ofOriginal = new VerbatimStretches(VerbatimStretches.Text.ORIGINAL);
    private final int[] places = new int[CHUNK + ByteMarks.ROOM];
    private final long[] allowed = new long[CHUNK + 1];
    private ColumnContext column;

    /** Whether the words around many candidates were read in the last chunk of a text as it stands. */
    private boolean manyWindows;

    CellScanner(RuleSet rules, Candour candour) {
        Program program = rules.program();
        placesOf = Places.of(program.classes().masks(), program.supported().masks());
        firstLook = new FirstLook(
                rules.contextStarts().beginnings(),
                rules.wordsAround().beginnings(),
                requireNonNull(program.words().literals()),
                requireNonNull(program.classes().openings()),
                CHUNK);
        hits = new ContextHits(rules, firstLook);
        zones = new ContextZones(rules, hits);
        reach = new ContextReach(rules, hits);
        verifier = new Verifier(rules, candidates, firstLook, hits, reach, candour);
        awake = new AwakeFront(rules, reach, zones, verifier);
        numbers = new BareNumbers(rules, candour);
        literals = new PassScan(program.literal(), rules, verifier, CHUNK);
        words = new PassScan(program.words(), rules, verifier, CHUNK);
        classes = new PassScan(program.classes(), rules, verifier, CHUNK);
        supported = new PassScan(program.supported(), rules, verifier, CHUNK);
        finder = SpanFinders.of(rules.detectors(), rules.models());
        detectors = rules.detectors().toArray(Detector[]::new);
        resolver = new Resolver(
                rules.detectors().stream().mapToInt(Detector::specificity).toArray());
        readings = new ReadingScan(
                (batch, quiet, verbatim) -> {
                    mark(batch, marksOfReadings);
                    pass(batch, marksOfReadings, quiet, verbatim);
                },
                placesOf,
                marks,
                candidates);
        column = rules.column("");
    }

    /**
     * Finds what the detectors find in each cell.
     *
     * @param batch cells of one column; not changed
     * @param context the column's context, from the same rule set
     * @param into is cleared, then filled
     * @throws DetectorException if a check fails; the findings are then of no use
     */
    public void scan(CellBatch batch, ColumnContext context, Findings into) {
        scan(batch, context, SpanFinder.Cells.ALL, into);
    }

    /**
     * As {@link #scan(CellBatch, ColumnContext, Findings)}, and looks for what has no shape, such as names, in some cells only.
     *
     * @param wholly cells that are read as wholes
     */
    public void scan(CellBatch batch, ColumnContext context, SpanFinder.Cells wholly, Findings into) {
        begin(context);
        if (numbers.holdNothing(batch, context)) {
            find(batch, column, wholly);
            settle(batch, into);
        } else {
            CellBatch rest = repeated.rest(batch, context, wholly);
            try {
                search(rest, wholly);
            } catch (DetectorException failure) {
                // Told as if nothing were left out: which cells are must not show, for it depends on what was scanned
                // before.
                begin(context);
                search(batch, wholly);
                throw failure;
            }
            settle(rest, into);
            repeated.settle(into);
        }
    }

    private void search(CellBatch batch, SpanFinder.Cells wholly) {
        mark(batch, marks);
        pass(batch, marks, nowhere, readings.begin(batch) ? ofOriginal : ofPlain);
        readings.scan(batch);
        find(batch, column, wholly);
    }

    /** As {@link #scan}, with what is written otherwise than it reads left unread, and no names sought. */
    void scanAsItStands(CellBatch batch, ColumnContext context, Findings into) {
        begin(context);
        mark(batch, marks);
        pass(batch, marks, nowhere, ofPlain);
        settle(batch, into);
    }

    /** Lets go of the cells scanned last, whose array may be large, before the scanner rests. */
    public void forget() {
        candidates.clear();
        repeated.forget();
        CellBatch empty = new CellBatch(0);
        mark(empty, marks);
        pass(empty, marks, nowhere, ofPlain);
    }

    private void begin(ColumnContext context) {
        candidates.clear();
        column = context;
    }

    private void settle(CellBatch batch, Findings into) {
        into.clear();
        resolver.resolve(candidates, batch, into);
        into.asides(candidates);
    }

    private void mark(CellBatch batch, ByteMarks into) {
        placesOf.mark(batch.bytes(), batch.begin(), batch.limit(), into);
    }

    /** Adds the candidates of a batch's text as it stands, but for some that begin in quiet stretches. */
    private void pass(CellBatch batch, ByteMarks marked, QuietStretches quiet, VerbatimStretches verbatim) {
        firstLook.begin(verbatim);
        literals.begin(quiet, verbatim);
        words.begin(quiet, verbatim);
        classes.begin(quiet, verbatim);
        supported.begin(quiet, ofPlain);
        byte[] bytes = batch.bytes();
        int begin = batch.begin();
        int limit = batch.limit();
        verifier.begin(batch, marked, column);
        hits.begin(batch, marked);
        zones.begin(batch, marked, verifier.everywhere());
        reach.begin();
        for (int from = begin; from < limit; from += CHUNK) {
            int to = Math.min(from + CHUNK, limit);
            verbatim.move(from, to);
            look(bytes, from, to, marked, verbatim);
            long windowsBefore = verifier.windowsRead();
            hits.find(bytes, firstLook.wordPlaces(), firstLook.wordCount());
            zones.markFound();
            zones.findNamed(bytes, from, to);
            classes.gather(bytes, firstLook.classPlaces(), firstLook.classCount());
            classes.follow(bytes);
            words.gather(bytes, firstLook.runPlaces(), firstLook.runCount());
            words.follow(bytes);
            literals.gather(bytes);
            literals.follow(bytes);
            if (!verbatim.ofReadings()) {
                manyWindows = verifier.windowsRead() - windowsBefore >= MANY_WINDOWS;
            }
        }
        for (int from = begin; from < limit; from += CHUNK) {
            int to = Math.min(from + CHUNK, limit);
            supported.gather(bytes, places, allowed, zones.places(from, to, places, allowed));
            awake.move(from, to);
            supported.narrow(bytes, awake);
            supported.follow(bytes);
        }
    }

    /**
     * Looks for the words that candidates ask about too where the stretch before held many, and in readings where all of the text
     * was looked at so.
     */
    private void look(byte[] bytes, int from, int to, ByteMarks marked, VerbatimStretches verbatim) {
        int placeCount = verbatim.count() == 0 ? marked.places(from, to, places) : verbatim.freshPlaces(marked, places);
        if (verbatim.ofReadings() ? firstLook.knowsAllAround() : manyWindows) {
            firstLook.lookAround(bytes, places, placeCount, from, to);
        } else {
            firstLook.look(bytes, places, placeCount);
        }
    }

    /** A name gives way to anything of a known shape: a street is no surname, an address of an account no given name. */
    private void find(CellBatch batch, ColumnContext context, SpanFinder.Cells wholly) {
        if (finder == SpanFinder.NONE || wholly == SpanFinder.Cells.NONE) {
            return;
        }
        try {
            finder.find(batch, context, wholly, new Heard(context));
        } catch (RuntimeException failure) {
            throw new DetectorException("names", 0, failure);
        }
    }

    /**
     * Takes what a finder finds, the column's path and the shapes on the same bytes heard. A shape that any word has, such as a
     * user name's behind {@code User:}, outdoes no name that is longer.
     */
    private final class Heard implements SpanFinder.Spans {
        private final BitSet covered =
                candidates.covered(SHAPE_WINS, detector -> detectors[detector].specificity() > ANY_WORD);
        private final BitSet coveredByAny =
                candidates.covered(SHAPE_WINS, detector -> detectors[detector].specificity() <= ANY_WORD);
        private final ColumnContext context;

        Heard(ColumnContext context) {
            this.context = context;
        }

        @Override
        public void span(int start, int end, int detector, int confidence) {
            int heard = detectors[detector].confidence().hearing(confidence, context.evidence(detector));
            boolean whole = coveredByAny.nextClearBit(start) >= end;
            boolean taken = isTouched(covered, start, end) || whole;
            candidates.add(start, end, detector, taken ? Math.min(heard, SHAPE_WINS - 1) : heard, FindingClass.REAL);
        }

        private static boolean isTouched(BitSet bytes, int start, int end) {
            int taken = bytes.nextSetBit(start);
            return taken >= 0 && taken < end;
        }

        @Override
        public void refused(int cell, int detector) {
            candidates.refuse(cell, detector);
        }
    }

    /** Bytes looked at beyond the front filter so far: a measure of work that no clock disturbs. */
    long steps() {
        return verifier.steps()
                + zones.judged()
                + literals.steps()
                + words.steps()
                + classes.steps()
                + supported.steps();
    }

    /** Positions the front filters let through so far. */
    long survived() {
        return literals.survived() + words.survived() + classes.survived() + supported.survived();
    }
}
