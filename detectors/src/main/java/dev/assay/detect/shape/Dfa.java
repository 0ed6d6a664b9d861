package dev.assay.detect.shape;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A deterministic automaton over bytes, anchored where it is started. State 0 is dead; states from
 * {@link #firstAccepting()} up accept, each for one or more labels. Immutable; the arrays it hands out are read-only by
 * agreement, for loops that cannot afford a call a byte.
 *
 * <pre>
 *  next:  [state 0 × classes][state 1 × classes]…     a char each, the number of the next state
 *  byte → class of the byte → next[state * classes + class]
 * </pre>
 */
public final class Dfa {
    public static final int DEAD = 0;

    private final byte[] classOf;
    private final int classes;
    private final char[] next;
    private final int start;
    private final int firstAccepting;
    private final int[][] labels;

    /** Per state, the number of the set of labels some continuation accepts; and the sets. */
    private final char[] reachable;

    private final int[][] reachableSets;

    Dfa(byte[] classOf, int classes, char[] next, int start, int firstAccepting, int[][] labels, Reachable reachable) {
        this.classOf = classOf;
        this.classes = classes;
        this.next = next;
        this.start = start;
        this.firstAccepting = firstAccepting;
        this.labels = labels;
        this.reachable = reachable.setOfState();
        this.reachableSets = reachable.sets();
    }

    /**
     * The automaton of several shapes at once; each shape's label is its index.
     *
     * @param mostStates the size at which to give up
     * @throws ShapeException if it would get larger
     */
    public static Dfa of(List<Shape> shapes, int mostStates) {
        int[] labels = new int[shapes.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i;
        }
        return of(shapes, labels, mostStates);
    }

    /** As {@link #of(List, int)}, with a label for each shape. */
    public static Dfa of(List<Shape> shapes, int[] labels, int mostStates) {
        Nfa nfa = new Nfa();
        int[] entries = new int[labels.length];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = shapes.get(i).into(nfa, nfa.addAccept(labels[i]));
        }
        return new DfaBuilder(nfa, mostStates).build(entries);
    }

    /** The state after a byte. */
    public int step(int state, byte read) {
        return next[state * classes + (classOf[read & 0xFF] & 0xFF)];
    }

    public int start() {
        return start;
    }

    /** The bytes that something which is accepted may begin with. */
    public ByteSet firstBytes() {
        ByteSet first = ByteSet.NONE;
        for (int value = 0; value < 256; value++) {
            first = step(start, (byte) value) == DEAD ? first : first.with(value);
        }
        return first;
    }

    public boolean accepts(int state) {
        return state >= firstAccepting;
    }

    public int firstAccepting() {
        return firstAccepting;
    }

    /** The labels an accepting state accepts, ascending. */
    public int[] labels(int acceptingState) {
        return labels[acceptingState - firstAccepting];
    }

    /** The labels that may still be accepted from a state, ascending. */
    public int[] reachable(int state) {
        return reachableSets[reachable[state]];
    }

    public int states() {
        return firstAccepting + labels.length;
    }

    /** How many classes of bytes no shape tells apart. */
    public int classes() {
        return classes;
    }

    /** The class of each of the 256 bytes. */
    public byte[] classOf() {
        return classOf;
    }

    public char[] next() {
        return next;
    }

    /** Writes this automaton in the form {@link #read} takes. */
    public void write(DataOutputStream out) throws IOException {
        out.write(classOf);
        out.writeInt(classes);
        out.writeInt(start);
        out.writeInt(firstAccepting);
        writeSets(out, labels);
        writeSets(out, reachableSets);
        writeChars(out, next);
        writeChars(out, reachable);
    }

    /** Reads what {@link #write} wrote. */
    public static Dfa read(DataInputStream in) throws IOException {
        byte[] classOf = in.readNBytes(256);
        int classes = in.readInt();
        int start = in.readInt();
        int firstAccepting = in.readInt();
        int[][] labels = readSets(in);
        int[][] reachableSets = readSets(in);
        int states = firstAccepting + labels.length;
        char[] next = readChars(in, states * classes);
        Reachable reachable = new Reachable(readChars(in, states), reachableSets);
        return new Dfa(classOf, classes, next, start, firstAccepting, labels, reachable);
    }

    private static void writeSets(DataOutputStream out, int[][] sets) throws IOException {
        out.writeInt(sets.length);
        for (int[] set : sets) {
            out.writeShort(set.length);
            for (int label : set) {
                out.writeShort(label);
            }
        }
    }

    private static int[][] readSets(DataInputStream in) throws IOException {
        int[][] sets = new int[in.readInt()][];
        for (int set = 0; set < sets.length; set++) {
            sets[set] = new int[in.readUnsignedShort()];
            for (int i = 0; i < sets[set].length; i++) {
                sets[set][i] = in.readUnsignedShort();
            }
        }
        return sets;
    }

    static void writeChars(DataOutputStream out, char[] chars) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(chars.length * 2);
        buffer.asCharBuffer().put(chars);
        out.write(buffer.array());
    }

    static char[] readChars(DataInputStream in, int count) throws IOException {
        char[] chars = new char[count];
        ByteBuffer.wrap(in.readNBytes(count * 2)).asCharBuffer().get(chars);
        return chars;
    }
}
