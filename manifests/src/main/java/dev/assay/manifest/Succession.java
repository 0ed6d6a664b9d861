package dev.assay.manifest;

import java.util.Arrays;

/**
 * What a scan's facts mean for the chain of versions.
 *
 * @param manifest the version that stands for these facts
 * @param step whether it is a new one
 */
public record Succession(Manifest manifest, Step step) {

    /** Whether the chain grows. */
    public enum Step {
        /** The latest version already says exactly this. */
        UNCHANGED,
        /** A version that is yet to be published. */
        NEW_VERSION
    }

    /** Facts about a dataset that has no version yet. */
    public static Succession first(ManifestFacts facts) {
        return new Succession(Manifest.first(facts), Step.NEW_VERSION);
    }

    /**
     * Facts about a dataset that has versions.
     *
     * @param latest the newest published manifest
     * @param before its files
     * @param facts what the scan established
     * @param after the files it read
     */
    public static Succession after(Manifest latest, FileListing before, ManifestFacts facts, FileListing after) {
        Manifest again = new Manifest(
                latest.version(), latest.parentLink(), latest.changeCounts(), latest.driftFromParent(), facts);
        if (Arrays.equals(again.fileBytes(), latest.fileBytes())) {
            return new Succession(latest, Step.UNCHANGED);
        }
        Changes changes = Changes.between(before, after);
        Drift drift = Drift.between(latest.facts(), facts);
        return new Succession(
                new Manifest(latest.version() + 1, latest.asParent(), changes, drift, facts), Step.NEW_VERSION);
    }
}
