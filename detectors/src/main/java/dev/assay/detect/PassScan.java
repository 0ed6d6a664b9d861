package dev.assay.detect;

/**
 * Runs one {@link Pass} over a batch: positions are gathered by the front filter, then followed together. Not thread-safe.
 */
final class PassScan {
    private final FrontFilter front;
    private final HeadWalk heads;
    private final UnionWalk[] unions;
    private final Verifier verifier;
    private final int[] survivors;
    private final int[] alive;
    private int size;
    private long survived;

    /** @param most positions that are gathered at most before they are followed */
    PassScan(Pass pass, FrontFilter front, Verifier verifier, int most) {
        this.front = front;
        this.verifier = verifier;
        unions = pass.unions().stream().map(UnionWalk::new).toArray(UnionWalk[]::new);
        heads = new HeadWalk(pass.heads(), unions.length, most + 1);
        survivors = new int[most + 1];
        alive = new int[most + 1];
    }

    /** Forgets the batch before. */
    void begin() {
        size = 0;
        for (UnionWalk union : unions) {
            union.begin();
        }
    }

    /** Gathers the positions of a stretch that are worth a look; each stretch lies behind those gathered before. */
    void gather(byte[] bytes, int from, int to) {
        int before = size;
        size = front.survivors(bytes, from, to, survivors, size);
        survived += size - before;
    }

    /** Gathers of some places those that are worth a look; they lie behind those gathered before. */
    void gather(byte[] bytes, int[] places, int count) {
        int before = size;
        size = front.survivors(bytes, places, count, survivors, size);
        survived += size - before;
    }

    /** Follows the gathered positions and forgets them. */
    void follow(byte[] bytes) {
        if (size == 0) {
            return;
        }
        heads.sort(bytes, survivors, size);
        size = 0;
        for (int i = 0; i < unions.length; i++) {
            if (heads.count(i) > 0) {
                follow(unions[i], bytes, heads.positions(i), heads.count(i));
            }
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
        for (int hit = hits - 1; hit >= 0; hit--) {
            int end = union.end(hit);
            for (int detector : union.detectors(hit)) {
                verifier.offer(detector, position, end);
            }
        }
    }

    /** How many positions are gathered. */
    int size() {
        return size;
    }

    /** Bytes looked at beyond the front filter so far. */
    long steps() {
        long steps = heads.steps();
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
