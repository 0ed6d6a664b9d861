package dev.assay.detect.pii;

import dev.assay.detect.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All checks of the package, built once. */
final class PersonalChecks {
    private static final Map<String, Check> ALL = build();

    private PersonalChecks() {}

    static Map<String, Check> all() {
        return ALL;
    }

    private static Map<String, Check> build() {
        RuleBook book = new RuleBook();
        BankNumbers.addTo(book);
        TradeNumbers.addTo(book);
        SecurityNumbers.addTo(book);
        PublicationNumbers.addTo(book);
        DeviceNumbers.addTo(book);
        UnitedStatesNumbers.addTo(book);
        CanadianNumbers.addTo(book);
        LatinNumbers.addTo(book);
        SouthAmericanNumbers.addTo(book);
        BritishNumbers.addTo(book);
        GermanNumbers.addTo(book);
        FrenchNumbers.addTo(book);
        IberianNumbers.addTo(book);
        ItalianNumbers.addTo(book);
        BeneluxNumbers.addTo(book);
        NordicNumbers.addTo(book);
        BalticNumbers.addTo(book);
        CentralNumbers.addTo(book);
        BalkanNumbers.addTo(book);
        EasternNumbers.addTo(book);
        EastAsianNumbers.addTo(book);
        SouthAsianNumbers.addTo(book);
        SouthEastAsianNumbers.addTo(book);
        PacificNumbers.addTo(book);
        AfricanNumbers.addTo(book);
        PlaceChecks.addTo(book);
        EuropeanNumbers.addTo(book);

        Map<String, List<String>> published = published(book);
        Map<String, Check> checks = new TreeMap<>(CryptoAddresses.checks());
        checks.putAll(PhoneChecks.checks());
        checks.putAll(DateText.checks());
        checks.putAll(PlaceChecks.checks());
        checks.putAll(DocumentChecks.checks());
        book.entries()
                .forEach((name, entry) -> checks.put(
                        name,
                        new NumberCheck(
                                entry.separators(),
                                entry.rule(),
                                PublishedNumbers.of(published.getOrDefault(name, List.of())))));
        checks.put("fi.hetu_any", new TestRange(check(checks, "fi.hetu"), check(checks, "fi.hetu_test")));
        return Map.copyOf(checks);
    }

    private static Check check(Map<String, Check> checks, String name) {
        Check check = checks.get(name);
        if (check == null) {
            throw new IllegalStateException("No check is named " + name + ".");
        }
        return check;
    }

    /** Compact numbers by check; each row names the check, the number and who published it. */
    private static Map<String, List<String>> published(RuleBook book) {
        Map<String, List<String>> published = new TreeMap<>();
        for (String[] row : Tables.rows("published-numbers.tsv")) {
            book.rule(row[0]);
            published.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row[1]);
        }
        return published;
    }
}
