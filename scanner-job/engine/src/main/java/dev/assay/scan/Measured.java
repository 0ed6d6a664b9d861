package dev.assay.scan;

import dev.assay.detect.RuleSet;
import dev.assay.efficacy.Evaluation;
import dev.assay.efficacy.Figure;
import dev.assay.efficacy.Figures;
import dev.assay.efficacy.NameFigure;
import dev.assay.efficacy.NameFigures;
import dev.assay.manifest.MeasuredNames;
import dev.assay.manifest.MeasuredType;
import dev.assay.manifest.MeasuredWriting;
import dev.assay.manifest.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the rules of a scan find and miss in labelled text, as the record keeps it. */
final class Measured {
    private Measured() {}

    /** In the corpus that comes with the program. */
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

    /** Of names, in text that people wrote: as it was measured when the models were made. */
    static List<MeasuredNames> namesWith(RuleSet rules) {
        Map<String, List<NameFigure>> together = new LinkedHashMap<>();
        for (NameFigure one : NameFigures.of(rules)) {
            together.computeIfAbsent(one.language() + ' ' + one.corpus().name(), unused -> new ArrayList<>())
                    .add(one);
        }
        return together.values().stream().map(Measured::names).toList();
    }

    private static MeasuredNames names(List<NameFigure> ofOneCorpus) {
        NameFigure first = ofOneCorpus.get(0);
        return new MeasuredNames(
                first.language(),
                first.modelSha256(),
                first.corpus().name(),
                first.corpus().sha256(),
                first.corpus().items(),
                ofOneCorpus.stream()
                        .map(one -> new MeasuredWriting(one.writing().label(), one.minConfidence(), type(one.figure())))
                        .toList());
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
