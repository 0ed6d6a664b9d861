package dev.assay.detect.shape;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells from the first {@value #DEPTH} bytes which groups of shapes may match there. A tree of tables without loops whose
 * equal branches are joined: after {@value #DEPTH} steps the state is the number of a set of groups. Immutable; the arrays it
 * hands out are read-only by agreement.
 */
public final class Heads {
    /** How many bytes are looked at. */
    public static final int DEPTH = 6;

    private static final int MOST_STATES = 60_000;

    private final byte[] classOf;
    private final int classes;
    private final char[] next;
    private final int start;
    private final long[] groups;

    Heads(byte[] classOf, int classes, char[] next, int start, long[] groups) {
        this.classOf = classOf;
        this.classes = classes;
        this.next = next;
        this.start = start;
        this.groups = groups;
    }

    /**
     * For shapes in groups.
     *
     * @param groups the group of each shape, 0–63
     * @throws ShapeException if the shapes' beginnings are too various
     */
    public static Heads of(List<Shape> shapes, int[] groups) {
        Nfa nfa = new Nfa();
        int[] entries = new int[groups.length];
        int[] ends = new int[groups.length];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = shapes.get(i).into(nfa, nfa.addAccept(groups[i]));
            ends[i] = nfa.size();
        }
        int[] groupOf = new int[nfa.size()];
        for (int i = 0; i < entries.length; i++) {
            Arrays.fill(groupOf, i == 0 ? 0 : ends[i - 1], ends[i], groups[i]);
        }
        return new DfaBuilder(nfa, MOST_STATES).heads(entries, groupOf);
    }

    /** The class of each of the 256 bytes. */
    public byte[] classOf() {
        return classOf;
    }

    public int classes() {
        return classes;
    }

    /** The next state by state and class of byte; after the last byte, the place in {@link #groups()}. */
    public char[] next() {
        return next;
    }

    public int start() {
        return start;
    }

    /** Sets of groups, a bit each. */
    public long[] groups() {
        return groups;
    }

    /** Writes this in the form {@link #read} takes. */
    public void write(DataOutputStream out) throws IOException {
        out.write(classOf);
        out.writeInt(classes);
        out.writeInt(start);
        out.writeInt(groups.length);
        for (long set : groups) {
            out.writeLong(set);
        }
        out.writeInt(next.length);
        Dfa.writeChars(out, next);
    }

    /** Reads what {@link #write} wrote. */
    public static Heads read(DataInputStream in) throws IOException {
        byte[] classOf = in.readNBytes(256);
        int classes = in.readInt();
        int start = in.readInt();
        long[] groups = new long[in.readInt()];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = in.readLong();
        }
        return new Heads(classOf, classes, Dfa.readChars(in, in.readInt()), start, groups);
    }
}
