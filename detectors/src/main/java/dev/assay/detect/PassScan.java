package dev.assay.detect;

import static java.util.Objects.requireNonNull;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Prefixes;
import dev.assay.detect.shape.Shape;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one {@link Pass} over a batch: positions are gathered by the front filter, then followed together. Not thread-safe.
 */
final class PassScan {
    private final @Nullable LiteralFront literals;
    private final ScalarFront front;
    private final UnionWalk[] unions;
    private final Verifier verifier;
    private final int[] survivors;
    private final int[] alive;

    /** What the anchors begin with at which a match is met. */
    private final ByteSet anchors;

    private final KeptPositions kept = new KeptPositions();
    private VerbatimStretches verbatim = new VerbatimStretches(VerbatimStretches.Text.PLAIN);
    private QuietStretches quiet = new QuietStretches();
    private int size;
    private long survived;

    /**
     * @param rules what the pass is a share of
     * @param most positions that are gathered at most before they are followed
     */
    PassScan(Pass pass, RuleSet rules, Verifier verifier, int most) {
        literals = pass.literals() == null ? null : new LiteralFront(pass.literals());
        front = new ScalarFront(pass.masks());
        this.verifier = verifier;
        unions = pass.unions().stream()
                .map(union -> new UnionWalk(union, rules.ends(union)))
                .toArray(UnionWalk[]::new);
        anchors = ByteSet.all(pass.unions().stream()
                .flatMapToInt(union -> IntStream.of(union.reachable(union.start())))
                .mapToObj(rules::detector)
                .flatMap(detector -> Stream.ofNullable(detector.anchor()))
                .map(anchor -> Prefixes.of(Shape.parse(anchor), 1).get(0)));
        survivors = new int[most + 2];
        alive = new int[most + 1];
    }

    /** Forgets the batch before; of the next some stretches may be left out, and others taken over. */
    void begin(QuietStretches toLeaveOut, VerbatimStretches toTakeOver) {
        quiet = toLeaveOut;
        verbatim = toTakeOver;
        kept.begin(toTakeOver);
        size = 0;
        for (UnionWalk union : unions) {
            union.begin();
        }
    }

    /** Gathers the positions of a chunk where a run of bytes begins that is looked for; needs {@link Pass#literals()}. */
    void gather(byte[] bytes) {
        int found = size;
        for (int number = 0; number <= verbatim.count(); number++) {
            found = runs(bytes, verbatim.freshFrom(number), verbatim.freshTo(number), found);
        }
        completed(bytes, front.survivors(bytes, survivors, size, found, survivors, size));
    }

    private int runs(byte[] bytes, int from, int to, int found) {
        return requireNonNull(literals).survivors(bytes, from, to, survivors, found);
    }

    /**
     * Gathers of some places those that are worth a look; they lie behind those gathered before.
     *
     * @param places those {@link FirstLook} let through; changed
     */
    void gather(byte[] bytes, int[] places, int count) {
        int left = literals == null ? count : literals.narrow(bytes, places, 0, count);
        completed(bytes, front.survivors(bytes, places, 0, left, survivors, size));
    }

    /** Gathers of some places those that are worth a look where some buckets of the front filter count at each. */
    void gather(byte[] bytes, int[] places, long[] allowed, int count) {
        gathered(bytes, front.survivors(bytes, places, allowed, count, survivors, size));
    }

    /** Forgets the gathered positions where nobody who is awake may begin. */
    void narrow(byte[] bytes, AwakeFront awake) {
        size = awake.keep(bytes, survivors, size);
    }

    private void completed(byte[] bytes, int fresh) {
        gathered(bytes, kept.complete(survivors, size, fresh));
    }

    private void gathered(byte[] bytes, int newSize) {
        survived += newSize - size;
        size = quiet.leaveOut(bytes, survivors, size, newSize, anchors);
    }

    /** Follows the gathered positions and forgets them. */
    void follow(byte[] bytes) {
        if (size > 0) {
            for (UnionWalk union : unions) {
                follow(union, bytes, survivors, size);
            }
            size = 0;
        }
    }

    private void follow(UnionWalk union, byte[] bytes, int[] positions, int count) {
        int living = union.lookAhead(bytes, positions, count, alive);
        for (int i = 0; i < living; i++) {
            verify(union, bytes, alive[i]);
        }
    }

    private void verify(UnionWalk union, byte[] bytes, int position) {
        int hits = union.walk(bytes, position, verifier);
        verifier.nextWalk();
        int settled = UnionWalk.NO_STATE;
        for (int hit = hits - 1; hit >= 0; hit--) {
            // Most ends of a long match, such as a URL's, are the same state's.
            int state = union.state(hit);
            if (state != settled) {
                settled = offer(union.detectors(state), position, union.end(hit)) ? UnionWalk.NO_STATE : state;
            }
        }
    }

    /** Offers an end to those who accept there; returns whether somebody would still take another. */
    private boolean offer(int[] detectors, int position, int end) {
        boolean open = false;
        for (int detector : detectors) {
            open |= verifier.offer(detector, position, end);
        }
        return open;
    }

    /** Bytes looked at beyond the front filter so far. */
    long steps() {
        long steps = 0;
        for (UnionWalk union : unions) {
            steps += union.steps();
        }
        return steps;
    }

    /** Positions the front filter let through so far. */
    long survived() {
        return survived;
    }
}
