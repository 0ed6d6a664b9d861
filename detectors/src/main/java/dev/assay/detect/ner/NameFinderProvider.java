package dev.assay.detect.ner;

import dev.assay.detect.CellBatch;
import dev.assay.detect.ColumnContext;
import dev.assay.detect.SpanFinder;
import dev.assay.detect.SpanFinderProvider;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Offers the shipped name finder. The lexicon is read when the first batch comes, a model when a text asks for it. */
public final class NameFinderProvider implements SpanFinderProvider {
    @Override
    public String name() {
        return "names";
    }

    @Override
    public SpanFinder finder(ToIntFunction<String> detectors) {
        return new Lazy(detectors);
    }

    private static final class Lazy implements SpanFinder {
        private final ToIntFunction<String> detectors;
        private @Nullable NameFinder finder;

        Lazy(ToIntFunction<String> detectors) {
            this.detectors = detectors;
        }

        @Override
        public void find(CellBatch batch, ColumnContext column, Cells cells, Spans into) {
            NameFinder ready = finder;
            if (ready == null) {
                ready = new NameFinder(detectors);
                finder = ready;
            }
            ready.find(batch, column, cells, into);
        }
    }
}
