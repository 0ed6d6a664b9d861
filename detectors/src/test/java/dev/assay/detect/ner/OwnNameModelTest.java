package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.detect.OwnModel;
import dev.assay.detect.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.DefaultNameContextGenerator;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.featuregen.AggregatedFeatureGenerator;
import opennlp.tools.util.featuregen.BigramNameFeatureGenerator;
import opennlp.tools.util.featuregen.OutcomePriorFeatureGenerator;
import opennlp.tools.util.featuregen.PreviousMapFeatureGenerator;
import opennlp.tools.util.featuregen.SentenceFeatureGenerator;
import opennlp.tools.util.featuregen.TokenClassFeatureGenerator;
import opennlp.tools.util.featuregen.TokenFeatureGenerator;
import opennlp.tools.util.featuregen.WindowFeatureGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that OpenNLP's own tool trained, held against OpenNLP itself. */
class OwnNameModelTest {
    private static final List<String> FIRST = List.of("Jantje", "Truus", "Kees", "Saskia", "Wim", "Femke", "Joost");
    private static final List<String> LAST = List.of("Bakker", "Visser", "Smit", "Dekker", "Mulder", "Bos");
    private static final List<String> TOWNS = List.of("Zwolle", "Breda", "Gouda", "Assen", "Venlo");

    private static List<NameSample> samples(int count, long seed) {
        Random random = new Random(seed);
        List<NameSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String first = FIRST.get(random.nextInt(FIRST.size()));
            String last = LAST.get(random.nextInt(LAST.size()));
            String town = TOWNS.get(random.nextInt(TOWNS.size()));
            samples.add(
                    switch (random.nextInt(4)) {
                        case 0 -> sample("Gisteren sprak ik " + first + " " + last + " in " + town + " .", 3, 5, 6, 7);
                        case 1 -> sample(first + " " + last + " woont niet meer in " + town, 0, 2, 6, 7);
                        case 2 -> sample("De brief van 12 mei is voor " + last + " bestemd", 7, 8);
                        default -> sample("In " + town + " regent het al 24 dagen , zegt men", 1, 2);
                    });
        }
        return samples;
    }

    /** Spans in pairs; the one of two tokens and the one at place 7 or 0 is a person. */
    private static NameSample sample(String text, int... spans) {
        List<Span> all = new ArrayList<>();
        for (int i = 0; i < spans.length; i += 2) {
            boolean person = spans[i + 1] - spans[i] == 2 || spans[i] == 7;
            all.add(new Span(spans[i], spans[i + 1], person ? "person" : "place"));
        }
        return new NameSample(text.split(" "), all.toArray(Span[]::new), false);
    }

    private static byte[] train(String algorithm, SequenceCodec<String> codec) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put("Algorithm", algorithm);
        parameters.put("Iterations", 40);
        parameters.put("Cutoff", 1);
        TokenNameFinderModel model = NameFinderME.train(
                "nl",
                null,
                ObjectStreamUtils.createObjectStream(samples(300, 1)),
                parameters,
                new TokenNameFinderFactory(null, Map.of(), codec));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        model.serialize(out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAXENT", "MAXENT_QN", "PERCEPTRON"})
    void findsAsMuchAsOpenNlpItself(String algorithm) throws Exception {
        byte[] file = train(algorithm, new BioCodec());
        OwnNameModel model = OwnNameModel.read("dutch", "nl", Map.of("person", "PERSON", "place", "LOCATION"), file);
        OwnNameTagger tagger = new OwnNameTagger(model);
        NameFinderME peer = new NameFinderME(new TokenNameFinderModel(new ByteArrayInputStream(file)));

        int right = 0;
        int peersRight = 0;
        for (NameSample sample : samples(200, 2)) {
            String[] tokens = sample.getSentence();
            List<String> found = new ArrayList<>();
            tagger.tag(tokens, tokens.length, (kind, first, end, permille) -> {
                assertThat(permille).isBetween(1, 1000);
                found.add(kind + " " + first + "-" + end);
            });
            List<String> peers = written(peer.find(tokens));
            peer.clearAdaptiveData();
            if (!algorithm.equals("PERCEPTRON")) {
                assertThat(found).describedAs(Arrays.toString(tokens)).isEqualTo(peers);
            }
            List<String> labelled = written(sample.getNames());
            right += found.equals(labelled) ? 1 : 0;
            peersRight += peers.equals(labelled) ? 1 : 0;
        }
        // OpenNLP makes probabilities of a perceptron's sums and weighs whole ways by them; here the sums decide alone.
        assertThat(right).isGreaterThan(190).isGreaterThanOrEqualTo(peersRight);
    }

    private static List<String> written(Span[] spans) {
        return Arrays.stream(spans)
                .map(span -> (span.getType().equals("person") ? "PERSON " : "LOCATION ") + span.getStart() + "-"
                        + span.getEnd())
                .toList();
    }

    @Test
    void producesTheFeaturesOfOpenNlpsDefaultGenerator() {
        DefaultNameContextGenerator peer = new DefaultNameContextGenerator(new AggregatedFeatureGenerator(
                new WindowFeatureGenerator(new TokenFeatureGenerator(), 2, 2),
                new WindowFeatureGenerator(new TokenClassFeatureGenerator(true), 2, 2),
                new OutcomePriorFeatureGenerator(),
                new PreviousMapFeatureGenerator(),
                new BigramNameFeatureGenerator(),
                new SentenceFeatureGenerator(true, false)));
        String[] tokens = {
            "Über",
            "A.",
            "İstanbul",
            "O'Brien",
            "12",
            "2026",
            "123",
            "12-3",
            "1/2",
            "1,5",
            "3.4",
            "x9",
            "x12",
            "ab1234",
            "1-22",
            "333/1",
            "1,555",
            "NASA",
            "Q",
            "東京",
            "ひらがな",
            "カタカナ",
            "...",
            "Ǆ",
            "ΣΟΦΟΣ",
            "e-mail",
            "Ł.",
            "٣٤",
            "москва",
            "스마트",
            "コーヒー",
            "東ひ",
            "ªb"
        };
        String[] before = new String[tokens.length];
        Arrays.fill(before, "person-start");
        OpenNlpFeatures features = new OpenNlpFeatures();
        features.begin(tokens, tokens.length);
        for (int i = 0; i < tokens.length; i++) {
            int count = features.fill(i, i > 0 ? "person-start" : "other", i > 1 ? "person-start" : "other");
            List<String> expected = List.of(peer.getContext(i, tokens, before, null));
            assertThat(Arrays.copyOf(features.of, count))
                    .describedAs("%s: %s", tokens[i], expected)
                    .containsExactlyInAnyOrder(
                            expected.stream().mapToLong(OpenNlpFeatures::hash).toArray());
            assertThat(expected).allMatch(OpenNlpFeatures::isKnown);
        }
    }

    @Test
    void refusesWhatItCannotReadWith() throws Exception {
        byte[] good = train("MAXENT", new BioCodec());
        Map<String, String> persons = Map.of("person", "PERSON");

        assertRefused("nl", persons, new byte[] {1, 2, 3}, "is no model of Apache OpenNLP");
        assertRefused("nl", persons, Arrays.copyOf(good, good.length / 2), "cut short");
        assertRefused("nl", persons, train("MAXENT", new BilouCodec()), "only names told by `start` and `cont`");
        assertRefused("xx", persons, good, "is for the language `xx`");
        assertRefused("nl", Map.of("people", "PERSON"), good, "finds person, place; `entities` names people");
        assertThat(OwnNameModel.read("dutch", "nl", Map.of(), good).entities()).containsExactly("PERSON");
        assertRefused("nl", persons, archive("ParserME", new byte[0]), "is a model for `ParserME`");
        assertRefused("nl", persons, archive("NameFinderME", new byte[] {0, 3, 'G', 'I'}), "ends too early");
        assertRefused("nl", persons, archive("NameFinderME", new byte[] {0, 2, 'N', 'B'}), "was trained with `NB`");
        assertThat(OpenNlpFeatures.isKnown("w=lowered")).isTrue();
        for (String unknown : List.of("w=Kept", "p3w=far", "dict=x", "pre=Ja", "cluster=1101", "S=end")) {
            assertThat(OpenNlpFeatures.isKnown(unknown)).describedAs(unknown).isFalse();
        }
    }

    private static void assertRefused(String language, Map<String, String> entities, byte[] file, String why) {
        assertThatThrownBy(() -> OwnNameModel.read("dutch", language, entities, file))
                .isInstanceOf(NameModelException.class)
                .hasMessageContaining(why);
    }

    private static byte[] archive(String component, byte[] parameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.properties"));
            zip.write(("Component-Name=" + component + "\n").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("nameFinder.model"));
            zip.write(parameters);
        }
        return bytes.toByteArray();
    }

    @Test
    void isPartOfTheRuleSetsDigest() throws Exception {
        OwnModel persons =
                OwnNameModel.read("dutch", "nl", Map.of("person", "PERSON"), train("MAXENT", new BioCodec()));
        OwnModel others =
                OwnNameModel.read("dutch", "nl", Map.of("person", "PERSON"), train("PERCEPTRON", new BioCodec()));
        RuleSet shipped = RuleSet.shippedWithNames();

        assertThat(shipped.reading(List.of())).isSameAs(shipped);
        String digest = shipped.reading(List.of(persons)).sha256();
        assertThat(digest)
                .isNotEqualTo(shipped.sha256())
                .isNotEqualTo(shipped.reading(List.of(others)).sha256())
                .isEqualTo(shipped.reading(List.of(persons)).sha256());
        assertThat(shipped.reading(List.of(persons)).models()).containsExactly(persons);
    }
}
