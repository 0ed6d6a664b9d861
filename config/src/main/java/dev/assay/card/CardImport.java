package dev.assay.card;

import dev.assay.config.ConfigException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes a dataset card of one that others wrote, whatever its kind. */
public final class CardImport {
    private CardImport() {}

    /**
     * Reads a Hugging Face dataset card or a Croissant file.
     *
     * @param file what to call it in complaints
     * @param fallbackName the dataset's name if it gives none
     * @param location where the dataset's bytes lie; empty if that is for the user to say
     * @throws ConfigException if it is neither, or broken
     */
    public static ImportedCard read(String file, byte[] bytes, String fallbackName, Optional<String> location) {
        String text = text(file, bytes);
        if (HuggingFaceCard.isOne(text)) {
            return HuggingFaceCard.read(file, text, fallbackName, location);
        }
        if (CroissantCard.isOne(text)) {
            return CroissantCard.read(file, text, fallbackName, location);
        }
        throw new ConfigException(file + " is no card that can be imported: a Hugging Face card begins with a line ---,"
                + " a Croissant file with {.");
    }

    private static String text(String file, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException noText) {
            throw new ConfigException(file + " is no UTF-8 text, so it is no card that can be imported.");
        }
    }
}
