package dev.assay.detect.ner;

import dev.assay.efficacy.LabelledSpan;
import dev.assay.efficacy.LabelledText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text and the names in it.
 *
 * @param names in order, none overlapping; offsets in chars of the text, half open
 */
record Labelled(String text, List<Name> names) {
    Labelled {
        names = List.copyOf(names);
    }

    record Name(NameKind kind, int start, int end) {}

    /** The text in lower case; code points whose case changes their length are left alone. */
    Labelled lower() {
        return new Labelled(fold(text.toLowerCase(Locale.ROOT)), names);
    }

    /** The text in capitals. */
    Labelled upper() {
        return new Labelled(fold(text.toUpperCase(Locale.ROOT)), names);
    }

    private String fold(String folded) {
        if (folded.length() == text.length()) {
            return folded;
        }
        StringBuilder same = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String one = text.substring(i, i + 1);
            String other = folded.equals(text.toLowerCase(Locale.ROOT))
                    ? one.toLowerCase(Locale.ROOT)
                    : one.toUpperCase(Locale.ROOT);
            same.append(other.length() == 1 ? other : one);
        }
        return same.toString();
    }

    /** Decides by the text alone, so that a sentence stands on the same side however the corpus is ordered. */
    boolean isIn(int parts, int from, int to) {
        long part = Math.floorMod(WordHash.of(text), (long) parts);
        return part >= from && part < to;
    }

    /** As the evaluation of detectors takes it. */
    LabelledText item(String id, String language) {
        return new LabelledText(
                id,
                text,
                "",
                language,
                names.stream()
                        .map(name -> new LabelledSpan(
                                text.codePointCount(0, name.start()),
                                text.codePointCount(0, name.end()),
                                name.kind().name()))
                        .toList());
    }

    /** Collects a text piece by piece. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Name> names = new ArrayList<>();

        Builder add(String piece) {
            text.append(piece);
            return this;
        }

        Builder name(NameKind kind, String piece) {
            names.add(new Name(kind, text.length(), text.length() + piece.length()));
            text.append(piece);
            return this;
        }

        int length() {
            return text.length();
        }

        char last() {
            return text.length() == 0 ? ' ' : text.charAt(text.length() - 1);
        }

        Labelled build() {
            return new Labelled(text.toString(), names);
        }
    }

    /** Byte offset of each char offset. */
    int[] byteOffsets() {
        int[] offsets = new int[text.length() + 1];
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            offsets[i] = bytes;
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
                bytes += 4;
                offsets[++i] = bytes;
            } else {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        offsets[text.length()] = bytes;
        return offsets;
    }

    byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
