package dev.assay.detect.ner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.detect.CellBatch;
import dev.assay.detect.CellScanner;
import dev.assay.detect.Findings;
import dev.assay.detect.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NameFinderTest {
    private static final RuleSet RULES = RuleSet.shippedWithNames();

    @Test
    void whatIsFoundInACellDoesNotDependOnItsNeighbours() {
        List<String> texts = List.of(
                "Dear Maria, thanks for the letter from Lisbon.",
                "the quick brown fox",
                "Kind regards, Tom Baker\nExample Works Ltd, Leeds",
                "",
                "i met david miller in chicago");
        List<String> together = found(texts, "");
        List<String> alone = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            int cell = i;
            found(List.of(texts.get(i)), "").forEach(hit -> alone.add(cell + hit.substring(1)));
        }
        assertThat(together).isEqualTo(alone).isNotEmpty();
    }

    @Test
    void somethingOfAKnownShapeWinsOverAName() {
        assertThat(found(List.of("maria.baker@example.org"), "")).noneMatch(hit -> hit.contains("PERSON"));
    }

    @Test
    void theColumnsPathSpeaksForAndAgainst() {
        assertThat(found(List.of("Okonkwo"), "customer.last_name"))
                .containsExactly("0 PERSON 0-7 certain=false likely=true");
        assertThat(found(List.of("Baker"), "file_name")).isEmpty();
    }

    @Test
    void theShippedRulesWithoutNamesFindNone() {
        CellBatch batch = CellBatch.of(List.of("My name is Tom Baker."));
        Findings findings = new Findings();
        RULES.scanner().scan(batch, RULES.column(""), findings);
        assertThat(findings.size()).isPositive();
        RuleSet shapes = RuleSet.shipped();
        shapes.scanner().scan(batch, shapes.column(""), findings);
        assertThat(findings.size()).isZero();
        assertThat(shapes.sha256()).isNotEqualTo(RULES.sha256());
    }

    @Test
    void functionWordsTellTheLanguage() {
        assertThat(language("the cat sat on the mat and it was not amused")).contains(Language.EN);
        assertThat(language("Das Haus ist nicht sehr groß und liegt an der Straße"))
                .contains(Language.DE);
        assertThat(language("Je ne suis pas sûr que cette maison est à vendre")).contains(Language.FR);
        assertThat(language("La casa que está en el campo es muy bonita pero no es mía"))
                .contains(Language.ES);
        assertThat(language("Não sei se você está com os seus amigos em casa")).contains(Language.PT);
        assertThat(language("Fecha: 11/11/2017")).contains(Language.ES);
        assertThat(language("x = 4; y = 5")).isEmpty();
        assertThat(language("Charles de Gaulle")).isEmpty();
    }

    private static Optional<Language> language(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new LanguageVote().of(new NameTokens(ShippedNames.lexicon()), bytes, 0, bytes.length);
    }

    private static List<String> found(List<String> texts, String column) {
        CellScanner scanner = RULES.scanner();
        CellBatch batch = CellBatch.of(texts);
        Findings findings = new Findings();
        scanner.scan(batch, RULES.column(column), findings);
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            String entity = RULES.detector(findings.detector(i)).entity();
            boolean name = List.of("PERSON", "LOCATION", "ORGANIZATION").contains(entity);
            if (findings.isWinner(i) && findings.confidence(i) >= 30 && name) {
                hits.add(findings.cell(i) + " " + entity + " " + findings.start(i) + "-" + findings.end(i) + " certain="
                        + (findings.confidence(i) >= 90) + " likely=" + (findings.confidence(i) >= 60));
            }
        }
        return hits;
    }
}
