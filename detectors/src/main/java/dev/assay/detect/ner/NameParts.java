package dev.assay.detect.ner;

/** The names found in a short cell, kept until it is looked at as a whole. Reused; not thread-safe. */
final class NameParts implements NameReader.Found {
    /** No name is shorter than a byte, and with models of a workspace's own two may have the same place. */
    private static final int MOST = 2 * CellLook.LONGEST;

    private final NameKind[] kinds = new NameKind[MOST];
    private final int[] places = new int[MOST * 3];
    private int size;

    void clear() {
        size = 0;
    }

    @Override
    public void name(NameKind kind, int start, int end, int permille) {
        if (size < MOST) {
            kinds[size] = kind;
            places[size * 3] = start;
            places[size * 3 + 1] = end;
            places[size * 3 + 2] = permille;
            size++;
        }
    }

    int size() {
        return size;
    }

    NameKind kind(int part) {
        return kinds[part];
    }

    int start(int part) {
        return places[part * 3];
    }

    int end(int part) {
        return places[part * 3 + 1];
    }

    int permille(int part) {
        return places[part * 3 + 2];
    }

    /** How probable the most probable name of a kind is, in parts per thousand; −1 if there is none. */
    int best(NameKind kind) {
        int best = -1;
        for (int i = 0; i < size; i++) {
            best = kinds[i] == kind ? Math.max(best, permille(i)) : best;
        }
        return best;
    }
}
