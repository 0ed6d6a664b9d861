package dev.assay.detect;

import dev.assay.config.FindingClass;
import java.util.BitSet;

/**
 * Runs every detector of a {@link RuleSet} over the cells of a batch. In stages, each dearer and met by fewer positions:
 *
 * <ol>
 *   <li>front filter: byte masks leave about one position in a hundred;
 *   <li>heads: an exact look at the first bytes tells which automata may match at all;
 *   <li>look ahead: eight steps of the union automaton, several positions at once;
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

    /** A match of a shape that is this sure is not outdone by a name on the same bytes. */
    private static final int SHAPE_WINS = 45;

    private final PassScan literals;
    private final PassScan classes;
    private final PassScan supported;
    private final Places placesOf;
    private final ContextZones zones;
    private final Verifier verifier;
    private final Resolver resolver;
    private final SpanFinder finder;
    private final Detector[] detectors;
    private final Candidates candidates = new Candidates();
    private final ReadingScan readings;
    private final int[] places = new int[CHUNK + 1];
    private ColumnContext column;
    private int gatheredFrom;
    private int gatheredTo;

    CellScanner(RuleSet rules, Candour candour) {
        zones = new ContextZones(rules, CHUNK);
        verifier = new Verifier(rules, candidates, zones, candour);
        literals = pass(rules, Pass.Kind.LITERAL);
        classes = pass(rules, Pass.Kind.CLASS);
        supported = pass(rules, Pass.Kind.SUPPORTED);
        placesOf =
                new Places(((FrontMasks) rules.program().pass(Pass.Kind.CLASS).front()).insideWords());
        finder = SpanFinders.of(rules.detectors());
        detectors = rules.detectors().toArray(Detector[]::new);
        resolver = new Resolver(
                rules.detectors().stream().mapToInt(Detector::specificity).toArray());
        readings = new ReadingScan(this::pass, candidates);
        column = rules.column("");
    }

    private PassScan pass(RuleSet rules, Pass.Kind kind) {
        Pass pass = rules.program().pass(kind);
        return new PassScan(pass, pass.front().filter(), verifier, 2 * CHUNK);
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
        begin(context);
        pass(batch);
        readings.scan(batch);
        find(batch, column);
        settle(batch, into);
    }

    /** As {@link #scan}, with what is written otherwise than it reads left unread, and no names sought. */
    void scanAsItStands(CellBatch batch, ColumnContext context, Findings into) {
        begin(context);
        pass(batch);
        settle(batch, into);
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

    /** Adds the candidates of a batch's text as it stands. */
    private void pass(CellBatch batch) {
        verifier.begin(batch, column);
        literals.begin();
        classes.begin();
        supported.begin();
        byte[] bytes = batch.bytes();
        int limit = batch.limit();
        boolean all = verifier.runsSomeEverywhere();
        zones.begin(batch);
        for (int from = CellBatch.PADDING; from < limit; from += CHUNK) {
            int to = Math.min(from + CHUNK, limit);
            int count = placesOf.find(bytes, from, to, places);
            zones.find(bytes, places, count);
            classes.gather(bytes, places, count);
            classes.follow(bytes);
            literals.gather(bytes, from, to);
            literals.follow(bytes);
        }
        zones.end();
        if (all) {
            zones.reach(CellBatch.PADDING, limit);
            support(bytes, CellBatch.PADDING, limit);
        } else {
            for (int zone = 0; zone < zones.size(); zone++) {
                support(bytes, zones.from(zone), zones.to(zone));
            }
        }
        followSupported(bytes);
    }

    /** Runs the detectors that need evidence over a stretch. */
    private void support(byte[] bytes, int stretchFrom, int stretchTo) {
        for (int from = stretchFrom; from < stretchTo; from += CHUNK) {
            int to = Math.min(from + CHUNK, stretchTo);
            if (supported.size() > 0 && to - gatheredFrom > CHUNK) {
                followSupported(bytes);
            }
            if (supported.size() == 0) {
                gatheredFrom = from;
            }
            supported.gather(bytes, from, to);
            gatheredTo = to;
        }
    }

    private void followSupported(byte[] bytes) {
        zones.reach(gatheredFrom, gatheredTo);
        supported.follow(bytes);
    }

    /** A name gives way to anything of a known shape: a street is no surname, an address of an account no given name. */
    private void find(CellBatch batch, ColumnContext context) {
        if (finder == SpanFinder.NONE) {
            return;
        }
        try {
            BitSet covered = candidates.covered(SHAPE_WINS);
            finder.find(batch, context, (start, end, detector, confidence) -> {
                int heard = detectors[detector].confidence().hearing(confidence, context.evidence(detector));
                int taken = covered.nextSetBit(start);
                int sure = taken >= 0 && taken < end ? Math.min(heard, SHAPE_WINS - 1) : heard;
                candidates.add(start, end, detector, sure, FindingClass.REAL);
            });
        } catch (RuntimeException failure) {
            throw new DetectorException("names", 0, failure);
        }
    }

    /** Bytes looked at beyond the front filter so far: a measure of work that no clock disturbs. */
    long steps() {
        return verifier.steps() + literals.steps() + classes.steps() + supported.steps();
    }

    /** Positions the front filters let through so far. */
    long survived() {
        return literals.survived() + classes.survived() + supported.survived();
    }
}
