package dev.assay.detect.ner;

import dev.assay.detect.CellBatch;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.OwnModel;
import dev.assay.detect.SpanFinder;
import dev.assay.detect.SpanFinderProvider;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Offers the shipped name finder, with models of a workspace's own. The lexicon is read when the first batch comes, a model when a text asks for it. */
public final class NameFinderProvider implements SpanFinderProvider {
    @Override
    public String name() {
        return "names";
    }

    @Override
    public SpanFinder finder(ToIntFunction<String> detectors, List<OwnModel> models) {
        return new Lazy(
                detectors,
                models.stream()
                        .filter(OwnNameModel.class::isInstance)
                        .map(OwnNameModel.class::cast)
                        .toList());
    }

    private static final class Lazy implements SpanFinder {
        private final ToIntFunction<String> detectors;
        private final List<OwnNameModel> models;
        private @Nullable NameFinder finder;

        Lazy(ToIntFunction<String> detectors, List<OwnNameModel> models) {
            this.detectors = detectors;
            this.models = models;
        }

        @Override
        public void find(CellBatch batch, ColumnContext column, Cells cells, Spans into) {
            NameFinder ready = finder;
            if (ready == null) {
                ready = new NameFinder(detectors, models);
                finder = ready;
            }
            ready.find(batch, column, cells, into);
        }
    }
}
