package dev.assay.detect;

import dev.assay.detect.shape.ByteSet;
import dev.assay.detect.shape.Dfa;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of detectors is compiled to: passes over the text, and each detector's own parts. Immutable.
 *
 * @param literal the pass over those that begin with one of few runs of bytes anywhere; each detector is in one of the four
 * @param words the pass over those that begin with one of few runs of bytes where a word begins
 * @param classes the pass over those that begin like words and numbers
 * @param supported the pass over those that are run only where something speaks for them
 * @param parts one per detector
 */
record Program(Pass literal, Pass words, Pass classes, Pass supported, List<Parts> parts) {
    /** Most bytes of a match, its lead included; of an anchored one, from the anchor on. */
    static final int LONGEST = 2048;

    /** Most bytes of a match left of its anchor. */
    static final int LONGEST_LEFT = 1024;

    /** Goes into the rule set's digest; to be raised when the same detectors would find something else. */
    static final int VERSION = 7;

    Program {
        parts = List.copyOf(parts);
    }

    void write(DataOutputStream out) throws IOException {
        literal.write(out);
        words.write(out);
        classes.write(out);
        supported.write(out);
        out.writeInt(parts.size());
        for (Parts part : parts) {
            writeOptional(part.lead(), out);
            writeOptional(part.shape(), out);
            writeOptional(part.leftOfAnchor(), out);
            out.writeInt(part.longest());
            part.bytes().write(out);
            out.writeInt(part.fewestDigits());
            writeOptional(part.beginning(), out);
            out.writeLong(part.buckets());
        }
    }

    private static void writeOptional(@Nullable Dfa dfa, DataOutputStream out) throws IOException {
        out.writeBoolean(dfa != null);
        if (dfa != null) {
            dfa.write(out);
        }
    }

    static Program read(DataInputStream in) throws IOException {
        Pass literal = Pass.read(in);
        Pass words = Pass.read(in);
        Pass classes = Pass.read(in);
        Pass supported = Pass.read(in);
        List<Parts> parts = new ArrayList<>();
        int partCount = in.readInt();
        for (int i = 0; i < partCount; i++) {
            parts.add(new Parts(
                    readOptional(in),
                    readOptional(in),
                    readOptional(in),
                    in.readInt(),
                    ByteSet.read(in),
                    in.readInt(),
                    readOptional(in),
                    in.readLong()));
        }
        return new Program(literal, words, classes, supported, parts);
    }

    private static @Nullable Dfa readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Dfa.read(in) : null;
    }
}
