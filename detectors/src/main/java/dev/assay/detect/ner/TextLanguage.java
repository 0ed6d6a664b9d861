package dev.assay.detect.ner;

import dev.assay.detect.text.AsciiBytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says which language the beginning of a text is in: by its script where that tells it, else by its function words. Answers are
 * tags of BCP 47; {@value #UNKNOWN} is a text that has letters and gives no sign, {@code und-Cyrl} and the like one of which only
 * the script is known. Not thread-safe.
 */
public final class TextLanguage {
    /** Too few signs. */
    public static final String UNKNOWN = "und";

    /** Shorter texts are not asked about: too few of them hold two function words. */
    public static final int SHORTEST = 24;

    /** How many bytes of a text are looked at. */
    public static final int BYTES = 512;

    /** Kana among Chinese characters make Japanese, from one byte in ten. */
    private static final int KANA_SHARE = 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int[] bytesOf = new int[WritingSystem.count()];
    private @Nullable FunctionWords latin;

    /** Made when a text first needs it, because a large lexicon is read for it once. */
    private static final class Latin {
        private static final Lexicon FUNCTION_WORDS = ShippedNames.lexicon().functionWords();
    }

    /** The languages whose names a model finds. */
    public static Set<String> withNames() {
        Set<String> codes = new TreeSet<>();
        for (Language language : Language.all()) {
            if (ShippedNames.hasModel(language)) {
                codes.add(language.code());
            }
        }
        return codes;
    }

    /** The language of UTF-8 text; empty if it is too short to be asked about or has hardly a letter. */
    public String of(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST) {
            return "";
        }
        int end = Math.min(to, from + BYTES);
        countScripts(bytes, from, end);
        int best = 0;
        int letters = 0;
        for (int place = 0; place < bytesOf.length; place++) {
            letters += bytesOf[place];
            best = bytesOf[place] > bytesOf[best] ? place : best;
        }
        if (letters < SHORTEST / 2) {
            return "";
        }
        WritingSystem script = WritingSystem.at(best);
        return switch (script) {
            case LATIN -> latin().language(bytes, from, end).map(Language::code).orElse(UNKNOWN);
            case HAN ->
                bytesOf[WritingSystem.KANA.place()] * KANA_SHARE > bytesOf[best]
                        ? WritingSystem.KANA.tag()
                        : script.tag();
            default -> script.tag();
        };
    }

    private FunctionWords latin() {
        FunctionWords ready = latin;
        if (ready == null) {
            ready = new FunctionWords(Latin.FUNCTION_WORDS);
            latin = ready;
        }
        return ready;
    }

    /** Bytes rather than letters: a Chinese character says as much as a syllable of three letters. */
    private void countScripts(byte[] bytes, int from, int to) {
        Arrays.fill(bytesOf, 0);
        int at = from;
        while (at < to) {
            if (at + Long.BYTES <= to) {
                long piece = (long) LONGS.get(bytes, at);
                if ((piece & AsciiBytes.HIGHS) == 0) {
                    bytesOf[0] += Long.bitCount(AsciiBytes.letters(piece));
                    at += Long.BYTES;
                    continue;
                }
            }
            int lead = bytes[at] & 0xFF;
            if (lead < 0x80) {
                int letter = lead | 0x20;
                bytesOf[0] += letter >= 'a' && letter <= 'z' ? 1 : 0;
                at++;
            } else {
                at += beyondAscii(bytes, at, to, lead);
            }
        }
    }

    /** Counts one sequence and says how long it is; a byte that begins none is passed over. */
    private int beyondAscii(byte[] bytes, int at, int to, int lead) {
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (length == 1 || at + length > to) {
            return 1;
        }
        int codePoint = lead & (0x7F >> length);
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 1;
            }
            codePoint = (codePoint << 6) | (bytes[at + i] & 0x3F);
        }
        int place = WritingSystem.placeOf(codePoint);
        if (place >= 0) {
            bytesOf[place] += length;
        }
        return length;
    }
}
