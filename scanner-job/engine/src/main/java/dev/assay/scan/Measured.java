package dev.assay.scan;

import dev.assay.detect.RuleSet;
import dev.assay.efficacy.Evaluation;
import dev.assay.efficacy.Figure;
import dev.assay.efficacy.Figures;
import dev.assay.manifest.MeasuredType;
import dev.assay.manifest.Measurement;

/** What the rules of a scan find and miss in the corpus that comes with the program, as the record keeps it. */
final class Measured {
    private Measured() {}

    static Measurement with(RuleSet rules) {
        Figures figures = Figures.shipped(rules);
        return new Measurement(
                figures.corpus().name(),
                figures.corpus().sha256(),
                figures.corpus().items(),
                figures.ruleSetSha256(),
                Evaluation.MIN_CONFIDENCE,
                figures.figures().stream().map(Measured::type).toList(),
                figures.unmeasured(rules));
    }

    private static MeasuredType type(Figure figure) {
        return new MeasuredType(
                figure.entity(),
                figure.language(),
                figure.found(),
                figure.wrong(),
                figure.missed(),
                figure.recallPpm(),
                figure.recallLowPpm(),
                figure.precisionPpm(),
                figure.precisionLowPpm());
    }
}
