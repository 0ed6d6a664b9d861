package dev.assay.detect.ner;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringTokenizer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code .bin} file of an Apache OpenNLP name finder without OpenNLP: an archive whose entry {@code nameFinder.model}
 * holds the parameters. Nothing in the file names a class to load, and no entry may grow past {@link #LARGEST}.
 *
 * <pre>
 *  kind UTF ("GIS", "QN" or "Perceptron") │ GIS alone: int, double │ outcomes int, UTF × outcomes │
 *  patterns int, UTF "features outcome…" × patterns │ features int, UTF × features │ double × (feature, outcome of its pattern)
 * </pre>
 */
final class OpenNlpFile {
    static final int LARGEST = 512 << 20;

    private static final String MANIFEST = "manifest.properties";
    private static final String PARAMETERS = "nameFinder.model";
    private static final String COMPONENT = "NameFinderME";
    private static final int MOST = 20_000_000;
    private static final int MOST_OUTCOMES = 200;

    private OpenNlpFile() {}

    /** Receives what a file holds: first all outcomes, then feature by feature. */
    interface Parameters {
        /** What the model decides between, and whether its sums are logarithms of probabilities. */
        void outcomes(List<String> outcomes, boolean probabilities) throws NameModelException;

        /**
         * One feature.
         *
         * @param of outcomes that have a weight
         * @param weights as many
         */
        void feature(String feature, int[] of, double[] weights) throws NameModelException;
    }

    /**
     * Reads a file.
     *
     * @throws NameModelException if it is no name finder, of a kind that is not known, or ends too early
     */
    static void read(byte[] file, Parameters into) throws NameModelException {
        byte @Nullable [] parameters = null;
        Properties manifest = new Properties();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(MANIFEST)) {
                    manifest.load(new ByteArrayInputStream(bounded(zip)));
                } else if (entry.getName().equals(PARAMETERS)) {
                    parameters = bounded(zip);
                }
            }
        } catch (ZipException broken) {
            throw new NameModelException("is a damaged archive");
        } catch (IOException | IllegalArgumentException broken) {
            throw new NameModelException("cannot be read as an archive: it is damaged or cut short");
        }
        String component = manifest.getProperty("Component-Name", "");
        if (parameters == null || !component.equals(COMPONENT)) {
            throw new NameModelException(
                    component.isEmpty()
                            ? "is no model of Apache OpenNLP"
                            : "is a model for `" + component + "`, not for `" + COMPONENT + "`");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(parameters))) {
            parameters(in, into);
        } catch (EOFException | UTFDataFormatException damaged) {
            throw new NameModelException("ends too early or is damaged");
        } catch (IOException impossible) {
            throw new IllegalStateException("A byte array cannot be read.", impossible);
        }
    }

    private static byte[] bounded(ZipInputStream zip) throws IOException, NameModelException {
        byte[] bytes = zip.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new NameModelException("unpacks to more than " + (LARGEST >> 20) + " MiB");
        }
        return bytes;
    }

    private static void parameters(DataInputStream in, Parameters into) throws IOException, NameModelException {
        String kind = in.readUTF();
        boolean probabilities = switch (kind) {
            case "GIS" -> {
                // Constants of a correction that OpenNLP itself no longer makes.
                in.readInt();
                in.readDouble();
                yield true;
            }
            case "QN" -> true;
            case "Perceptron" -> false;
            default ->
                throw new NameModelException("was trained with `" + kind + "`; only GIS, QN and Perceptron are known");
        };
        List<String> outcomes = texts(in, MOST_OUTCOMES);
        into.outcomes(outcomes, probabilities);
        List<int[]> patterns = new ArrayList<>();
        for (String pattern : texts(in, MOST)) {
            patterns.add(numbers(pattern, outcomes.size()));
        }
        List<String> features = texts(in, MOST);
        int next = 0;
        for (int[] pattern : patterns) {
            int[] of = new int[pattern.length - 1];
            System.arraycopy(pattern, 1, of, 0, of.length);
            for (int i = 0; i < pattern[0]; i++) {
                if (next >= features.size()) {
                    throw new NameModelException("has more weights than features");
                }
                double[] weights = new double[of.length];
                for (int k = 0; k < of.length; k++) {
                    weights[k] = in.readDouble();
                }
                into.feature(features.get(next++), of, weights);
            }
        }
    }

    private static int[] numbers(String pattern, int outcomes) throws NameModelException {
        StringTokenizer pieces = new StringTokenizer(pattern, " ");
        int[] numbers = new int[pieces.countTokens()];
        try {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Integer.parseInt(pieces.nextToken());
                if (numbers[i] < 0 || (i > 0 && numbers[i] >= outcomes)) {
                    throw new NameModelException("has a pattern with an outcome that does not exist");
                }
            }
        } catch (NumberFormatException noNumber) {
            throw new NameModelException("has a pattern that is no list of numbers");
        }
        if (numbers.length < 2) {
            throw new NameModelException("has a pattern without an outcome");
        }
        return numbers;
    }

    private static List<String> texts(DataInputStream in, int most) throws IOException, NameModelException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new NameModelException("says it holds " + count + " entries where at most " + most + " may be");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
