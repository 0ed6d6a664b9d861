package dev.assay.quality;

import dev.assay.json.Json;
import dev.assay.json.JsonObject;
import dev.assay.summary.DistinctCounter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one column look like. All of it is sums, smallest and largest, so that merging is associative and
 * commutative. Mutable while a split is read and while splits merge; not thread-safe.
 */
public final class ColumnQuality {
    /** How many different values are counted one by one. */
    public static final int MAX_COUNTED_VALUES = 64;

    /** Buckets that all values are spread over by their hash. */
    public static final int SPREAD = 64;

    /** Values are told apart one by one by so many bits of their hash: enough for 64 values, too few to find a value by. */
    private static final int VALUE_BITS = 24;

    private static final long NO_MIN = Long.MAX_VALUE;
    private static final long NO_MAX = Long.MIN_VALUE;

    private final long[] kinds = new long[ValueKind.values().length];
    private final long[] classes = new long[CharacterClass.values().length];
    private final DistinctCounter distinct = new DistinctCounter();
    private final SmallestHashes values = new SmallestHashes(MAX_COUNTED_VALUES);
    private final LanguageSample languages = new LanguageSample();
    private final Grid spread = new Grid(0, SPREAD);
    private final Grid lengths = new Grid(0, LengthGrid.BUCKETS);
    private final Grid numbers = new Grid(-NumberGrid.SIDE, 2 * NumberGrid.SIDE + 1);
    /** Cells that meet an expectation, by its digest. */
    private final TreeMap<String, Long> met = new TreeMap<>();

    /** Whether values are there twice; null where nobody asks. */
    private @Nullable DigestedValues unique;
    /** How often values occur, by digest; null where nobody gave a key. */
    private @Nullable DigestedValues common;

    private long markers;
    private long totalLength;
    private long minLength = NO_MIN;
    private long maxLength = NO_MAX;
    private long minNumber = NO_MIN;
    private long maxNumber = NO_MAX;
    private long minDay = NO_MIN;
    private long maxDay = NO_MAX;

    /**
     * Counts values, each as often as it occurs; {@link #shapes} and {@link #language} say the rest of them.
     *
     * @param times cells that hold each value; one that none holds is left out
     */
    void add(MeasuredCells cells, long[] times) {
        for (int i = 0; i < cells.size(); i++) {
            if (times[i] > 0) {
                distinct.add(cells.hash(i));
                values.add(cells.hash(i) >>> (Long.SIZE - VALUE_BITS), times[i]);
            }
        }
        addToGrids(cells, times);
        addContents(cells, times);
    }

    private void addToGrids(MeasuredCells cells, long[] times) {
        long[] ofHashes = spread.counts();
        long[] ofLengths = lengths.counts();
        long total = 0;
        long min = minLength;
        long max = maxLength;
        for (int i = 0; i < cells.size(); i++) {
            ofHashes[(int) (cells.hash(i) & (SPREAD - 1))] += times[i];
            if (times[i] > 0) {
                int length = cells.length(i);
                ofLengths[LengthGrid.bucket(length)] += times[i];
                total += length * times[i];
                min = Math.min(min, length);
                max = Math.max(max, length);
            }
        }
        totalLength += total;
        minLength = min;
        maxLength = max;
    }

    private void addContents(MeasuredCells cells, long[] times) {
        long lowest = minNumber;
        long highest = maxNumber;
        int firstDay = Integer.MAX_VALUE;
        int lastDay = WrittenDay.NONE;
        for (int i = 0; i < cells.size(); i++) {
            if (times[i] > 0) {
                switch (CellShape.kind(cells.shape(i))) {
                    case INTEGER, DECIMAL -> {
                        numbers.add(cells.bucket(i), times[i]);
                        lowest = Math.min(lowest, RoundedNumber.floor(cells.number(i), cells.isInexact(i)));
                        highest = Math.max(highest, RoundedNumber.ceiling(cells.number(i), cells.isInexact(i)));
                    }
                    case DATE -> {
                        firstDay = Math.min(firstDay, cells.day(i));
                        lastDay = Math.max(lastDay, cells.day(i));
                    }
                    case EMPTY, TRUTH, TEXT -> {}
                }
            }
        }
        minNumber = lowest;
        maxNumber = highest;
        if (lastDay != WrittenDay.NONE) {
            minDay = Math.min(minDay, WrittenDay.sinceEpoch(firstDay));
            maxDay = Math.max(maxDay, WrittenDay.sinceEpoch(lastDay));
        }
    }

    /** Counts cells by their {@link CellShape}. */
    void shapes(long[] counts) {
        for (int shape = 0; shape < counts.length; shape++) {
            if (counts[shape] > 0) {
                kinds[CellShape.kind(shape).place()] += counts[shape];
                for (int rest = CellShape.classes(shape); rest != 0; rest &= rest - 1) {
                    classes[Integer.numberOfTrailingZeros(rest)] += counts[shape];
                }
                markers += CellShape.isMarker(shape) ? counts[shape] : 0;
            }
        }
    }

    /** Takes the language of a text that is there. */
    void language(long hash, String language) {
        languages.add(hash, language);
    }

    /** Counts cells that meet an expectation; none as well, which says that it was held against them. */
    void met(String expectationSha256, long cells) {
        met.merge(expectationSha256, cells, Long::sum);
    }

    /**
     * Compares values from now on.
     *
     * @param limit how many different ones are held
     */
    DigestedValues compareValues(int limit) {
        if (unique == null) {
            unique = new DigestedValues(limit);
        }
        return unique;
    }

    /**
     * Counts values by digest from now on.
     *
     * @param limit how many different ones are held
     */
    DigestedValues countCommon(int limit) {
        if (common == null) {
            common = new DigestedValues(limit);
        }
        return common;
    }

    /** How often values occur, by digest; empty where nobody gave a key. */
    public Optional<DigestedValues> common() {
        return Optional.ofNullable(common);
    }

    /** Whether values are there twice; empty where nobody asked. */
    public Optional<DigestedValues> unique() {
        return Optional.ofNullable(unique);
    }

    /** Takes in another split's count of the same column. */
    public void merge(ColumnQuality other) {
        addAll(kinds, other.kinds);
        addAll(classes, other.classes);
        distinct.merge(other.distinct);
        values.merge(other.values);
        spread.merge(other.spread);
        languages.merge(other.languages);
        lengths.merge(other.lengths);
        numbers.merge(other.numbers);
        other.met.forEach(this::met);
        if (other.unique != null) {
            compareValues(other.unique.limit()).merge(other.unique);
        }
        if (other.common != null) {
            countCommon(other.common.limit()).merge(other.common);
        }
        markers += other.markers;
        totalLength += other.totalLength;
        minLength = Math.min(minLength, other.minLength);
        maxLength = Math.max(maxLength, other.maxLength);
        minNumber = Math.min(minNumber, other.minNumber);
        maxNumber = Math.max(maxNumber, other.maxNumber);
        minDay = Math.min(minDay, other.minDay);
        maxDay = Math.max(maxDay, other.maxDay);
    }

    private static void addAll(long[] into, long[] more) {
        for (int i = 0; i < into.length; i++) {
            into[i] += more[i];
        }
    }

    /** Cells that hold a value, those included that no detector needs to see. */
    public long count() {
        return Arrays.stream(kinds).sum();
    }

    /** Cells of one kind. */
    public long count(ValueKind kind) {
        return kinds[kind.place()];
    }

    /** Cells that hold at least one character of the class. */
    public long count(CharacterClass characters) {
        return classes[characters.place()];
    }

    /** Cells that meet each expectation they were held against, by its digest. */
    public SortedMap<String, Long> met() {
        return Collections.unmodifiableSortedMap(met);
    }

    /** Cells whose text is a usual word for "no value", such as {@code N/A}. */
    public long markers() {
        return markers;
    }

    /** Different values: exact up to {@link #MAX_COUNTED_VALUES}, else the estimate of {@link DistinctCounter}. */
    public long distinct() {
        return isDistinctExact() ? values.counts().length : Math.min(count(), distinct.estimate());
    }

    public boolean isDistinctExact() {
        return values.isExhaustive();
    }

    /** How often each value occurs, most frequent first; empty if there are more than can be counted one by one. */
    public List<Long> frequencies() {
        return isDistinctExact()
                ? Arrays.stream(values.counts())
                        .map(count -> -count)
                        .sorted()
                        .map(count -> -count)
                        .boxed()
                        .toList()
                : List.of();
    }

    /** Languages of its texts. */
    public LanguageSample languages() {
        return languages;
    }

    /** Cells by six bits of their value's hash. */
    public SortedMap<Integer, Long> spread() {
        return spread.counted();
    }

    /** Cells by {@link LengthGrid} bucket of their length in code points. */
    public SortedMap<Integer, Long> lengths() {
        return lengths.counted();
    }

    /** Code points of all cells. */
    public long totalLength() {
        return totalLength;
    }

    /** Code points of the shortest cell; empty if there is none. */
    public Optional<Long> minLength() {
        return Optional.of(minLength).filter(length -> length != NO_MIN);
    }

    public Optional<Long> maxLength() {
        return Optional.of(maxLength).filter(length -> length != NO_MAX);
    }

    /** Numbers by {@link NumberGrid} bucket. */
    public SortedMap<Integer, Long> numbers() {
        return numbers.counted();
    }

    /** The smallest number, rounded down to five significant digits. */
    public Optional<String> minNumber() {
        return text(minNumber, NO_MIN, RoundedNumber::text);
    }

    /** The largest number, rounded up to five significant digits. */
    public Optional<String> maxNumber() {
        return text(maxNumber, NO_MAX, RoundedNumber::text);
    }

    /** The earliest day, {@code yyyy-mm-dd}. */
    public Optional<String> minDay() {
        return text(minDay, NO_MIN, day -> LocalDate.ofEpochDay(day).toString());
    }

    /** The latest day. */
    public Optional<String> maxDay() {
        return text(maxDay, NO_MAX, day -> LocalDate.ofEpochDay(day).toString());
    }

    private static Optional<String> text(long value, long none, LongFunction<String> write) {
        return value == none ? Optional.empty() : Optional.of(write.apply(value));
    }

    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("kinds", longs(kinds))
                .put("classes", longs(classes))
                .put("distinct", distinct.encode())
                .put("values", values.encode())
                .put("spread", spread.toJson())
                .put("languages", languages.toJson())
                .put("lengths", lengths.toJson())
                .put("numbers", numbers.toJson())
                .put("markers", markers)
                .put("totalLength", totalLength);
        if (!met.isEmpty()) {
            json.put("met", JsonObject.ofCounts(met));
        }
        if (unique != null) {
            json.put("unique", unique.toJson());
        }
        if (common != null) {
            json.put("common", common.toJson());
        }
        extremes(json, "Length", minLength, maxLength);
        extremes(json, "Number", minNumber, maxNumber);
        extremes(json, "Day", minDay, maxDay);
        return json.build();
    }

    private static List<Json> longs(long[] counts) {
        return Arrays.stream(counts).mapToObj(Json::of).toList();
    }

    private static void extremes(JsonObject.Builder json, String what, long min, long max) {
        if (min != NO_MIN) {
            json.put("min" + what, min).put("max" + what, max);
        }
    }

    public static ColumnQuality fromJson(JsonObject json) {
        ColumnQuality read = new ColumnQuality();
        read(json.array("kinds").longs(), read.kinds);
        read(json.array("classes").longs(), read.classes);
        read.distinct.merge(DistinctCounter.decode(json.string("distinct")));
        read.values.add(json.string("values"));
        read.spread.read(json.array("spread"));
        read.languages.merge(LanguageSample.fromJson(json.object("languages")));
        read.lengths.read(json.array("lengths"));
        read.numbers.read(json.array("numbers"));
        json.findObject("met")
                .ifPresent(found -> found.members().forEach((digest, cells) -> read.met(digest, cells.asLong())));
        read.unique = json.findObject("unique").map(DigestedValues::fromJson).orElse(null);
        read.common = json.findObject("common").map(DigestedValues::fromJson).orElse(null);
        read.markers = json.integer("markers");
        read.totalLength = json.integer("totalLength");
        read.minLength = json.find("minLength").map(Json::asLong).orElse(NO_MIN);
        read.maxLength = json.find("maxLength").map(Json::asLong).orElse(NO_MAX);
        read.minNumber = json.find("minNumber").map(Json::asLong).orElse(NO_MIN);
        read.maxNumber = json.find("maxNumber").map(Json::asLong).orElse(NO_MAX);
        read.minDay = json.find("minDay").map(Json::asLong).orElse(NO_MIN);
        read.maxDay = json.find("maxDay").map(Json::asLong).orElse(NO_MAX);
        return read;
    }

    private static void read(List<Long> counts, long[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = counts.get(i);
        }
    }
}
