package dev.assay.scan;

import dev.assay.manifest.CommonValues;
import dev.assay.manifest.MostCommon;
import java.util.ArrayList;
import java.util.List;

/** The most common values of each column, by digests. */
final class Common {
    private Common() {}

    /** @param key public name of the key; columns that hold nothing but empty values have no entry */
    static MostCommon of(ScanSummary all, String key) {
        List<CommonValues> columns = new ArrayList<>();
        all.columns()
                .forEach((path, state) -> state.quality()
                        .common()
                        .filter(common -> common.values() > 0)
                        .ifPresent(common -> columns.add(new CommonValues(
                                path,
                                common.values(),
                                common.compared(),
                                common.different(),
                                common.mostCommon(CommonValues.MOST, CommonValues.FEWEST).stream()
                                        .map(value -> new CommonValues.Value(value.digest(), value.times()))
                                        .toList()))));
        return new MostCommon(key, columns);
    }
}
