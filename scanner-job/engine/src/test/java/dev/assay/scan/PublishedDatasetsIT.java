package dev.assay.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.config.DatasetCard;
import dev.assay.detect.RuleSet;
import dev.assay.format.SharedData;
import dev.assay.manifest.Manifest;
import dev.assay.manifest.Provenance;
import dev.assay.storage.FileFilter;
import dev.assay.storage.Location;
import dev.assay.storage.StorageSettings;
import dev.assay.storage.Storages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Training datasets as others published them. Skipped where the shared data is absent. */
@Tag("shared")
class PublishedDatasetsIT {
    private static final RuleSet RULES = RuleSet.shipped();

    @ParameterizedTest
    @CsvSource({
        "segond1910, 31170",
        "banking77, 10003",
        "gsm8k, 7473",
        "turkish-dialogues, -1",
        "verl-instruction, -1",
        "taskmaster4, -1",
        "sgd, -1",
        "fastchat, -1"
    })
    void isReadWhollyAndTheSameHoweverItIsCut(String name, long rows) {
        Conclusion whole = scan(name, 1L << 40);
        Conclusion cut = scan(name, 32 << 10);

        assertThat(whole.facts().coverage().gaps()).isEmpty();
        assertThat(whole.facts().efficacy().canaries().missed()).isEmpty();
        if (rows >= 0) {
            assertThat(whole.facts().content().rows()).isEqualTo(rows);
        }
        assertThat(text(cut)).isEqualTo(text(whole));
    }

    private static Conclusion scan(String name, long splitBytes) {
        Path dataset = SharedData.folder("datasets/" + name);
        ScanEngine engine =
                new ScanEngine(new Storages(StorageSettings.DEFAULTS), RULES, new ScanLimits(3, 16 << 20, splitBytes));
        ScanPlan plan = engine.plan(new Location(dataset.toString()), FileFilter.WITHOUT_MARKERS, Optional.empty(), 2);
        ScanSummary all = new ScanSummary();
        plan.splits().forEach(split -> all.merge(engine.scan(split)));
        DatasetCard card = DatasetCard.forLocation(dataset.toString());
        return engine.conclude(SampleIdentity.of(name), Provenance.of(card), plan, all);
    }

    private static String text(Conclusion conclusion) {
        return new String(Manifest.first(conclusion.facts()).fileBytes(), StandardCharsets.UTF_8)
                + new String(conclusion.files().fileBytes(), StandardCharsets.UTF_8)
                + new String(conclusion.samples().fileBytes(), StandardCharsets.UTF_8);
    }
}
