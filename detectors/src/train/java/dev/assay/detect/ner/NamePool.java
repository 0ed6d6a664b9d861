package dev.assay.detect.ner;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import net.datafaker.Faker;

/**
 * Given names, surnames, places and organisations to write sentences with and to fill the lexicon: lists of our own, those of
 * Datafaker (Apache-2.0), territory names and time-zone towns of the JDK's CLDR data (Unicode licence). Drawn with fixed
 * seeds, so that each training sees the same.
 */
final class NamePool {
    private static final int DRAWS = 6000;
    private static final TreeMap<String, List<String>> LOCALES = new TreeMap<>(Map.of(
            "en", List.of("en", "en-GB", "en-US", "en-AU", "en-CA", "en-IND", "en-NG", "en-ZA"),
            "de", List.of("de", "de-AT", "de-CH"),
            "fr", List.of("fr", "fr-CA", "fr-CH"),
            "es", List.of("es", "es-MX"),
            "pt", List.of("pt", "pt-BR"),
            "xx", List.of("it", "nl", "pl", "sv", "nb-NO", "da-DK", "fi-FI", "tr", "cs-CZ", "hu", "vi", "in-ID", "sk", "ca")));

    /** Language spoken in a country, of those with a model. */
    private static final TreeMap<String, String> TONGUES = new TreeMap<>();

    static {
        new TreeMap<>(Map.of(
                        "en", "US GB CA AU NZ IE ZA",
                        "de", "DE AT CH LI",
                        "fr", "FR BE LU",
                        "es", "ES MX AR CO CL PE VE UY",
                        "pt", "PT BR AO MZ"))
                .forEach((language, countries) -> List.of(countries.split(" "))
                        .forEach(country -> TONGUES.put(country, language)));
    }

    final TreeSet<String> given = new TreeSet<>();
    final TreeSet<String> surnames = new TreeSet<>();
    final TreeSet<String> places = new TreeSet<>();
    final TreeSet<String> countries = new TreeSet<>();

    private final TreeMap<String, List<List<String>>> givenOf = new TreeMap<>();
    private final TreeMap<String, List<List<String>>> surnamesOf = new TreeMap<>();
    private final TreeMap<String, List<String>> countriesOf = new TreeMap<>();
    private final TreeMap<String, List<String>> townsOf = new TreeMap<>();
    private final List<String> towns = new ArrayList<>();
    private final List<List<String>> allGiven = new ArrayList<>();
    private final List<List<String>> allSurnames = new ArrayList<>();

    NamePool(SortedMap<String, List<String>> words) throws IOException {
        SortedMap<String, List<String>> names = WordLists.read("names.txt");
        TreeMap<String, String> homes = new TreeMap<>(Map.of(
                "english", "en", "german", "de", "french", "fr", "hispanic", "es", "lusophone", "pt"));
        names.forEach((key, list) -> {
            boolean isGiven = key.endsWith(".given");
            List<String> spaced = list.stream()
                    .map(name -> isGiven ? name : name.replaceAll("^(de|De|van-de[nr]|van|Da|Le|Dela|bin)-", "$1 ").replace("van-d", "van d"))
                    .toList();
            String language = homes.getOrDefault(key.substring(0, key.indexOf('.')), "xx");
            (isGiven ? givenOf : surnamesOf)
                    .computeIfAbsent(language, unused -> new ArrayList<>())
                    .add(spaced);
            (isGiven ? given : surnames).addAll(spaced);
            if (isGiven) {
                allGiven.add(spaced);
            } else {
                allSurnames.add(spaced);
            }
        });
        LOCALES.forEach((language, locales) -> locales.forEach(locale -> draw(language, locale)));
        WordLists.read("towns.txt").forEach((country, list) -> {
            townsOf.computeIfAbsent(TONGUES.getOrDefault(country, "xx"), unused -> new ArrayList<>()).addAll(list);
            list.stream().filter(town -> town.indexOf(' ') < 0).forEach(places::add);
        });
        for (String place : WordLists.named(words, "place")) {
            if (place.length() > 2) {
                towns.add(capital(place));
            }
        }
        for (String zone : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            int slash = zone.lastIndexOf('/');
            if (slash > 0 && zone.matches("(Africa|America|Asia|Europe|Australia|Pacific|Atlantic)/[A-Za-z_/]+")) {
                towns.add(zone.substring(slash + 1).replace('_', ' '));
            }
        }
        for (String two : List.of(
                "New York", "Los Angeles", "San Francisco", "San Diego", "San Jose", "Las Vegas", "New Orleans", "St. Louis",
                "Kansas City", "Salt Lake City", "Hong Kong", "Kuala Lumpur", "Buenos Aires", "Rio de Janeiro", "São Paulo",
                "Belo Horizonte", "Porto Alegre", "Cape Town", "Tel Aviv", "Abu Dhabi", "New Delhi", "Mexico City",
                "Santa Monica", "Santa Cruz", "Fort Worth", "San Antonio", "El Paso", "Long Beach", "Bad Homburg",
                "Frankfurt am Main", "Saint-Denis", "Aix-en-Provence", "La Rochelle", "Le Havre", "Las Palmas", "La Coruña",
                "San Sebastián", "Vila Nova de Gaia", "Ribeirão Preto", "Newcastle upon Tyne", "Milton Keynes", "Palo Alto")) {
            towns.add(two);
        }
        places.addAll(towns);
        for (String language : List.of("en", "de", "fr", "es", "pt")) {
            List<String> own = new ArrayList<>();
            for (String country : Locale.getISOCountries()) {
                own.add(new Locale("", country).getDisplayCountry(new Locale(language)));
            }
            countriesOf.put(language, own);
            countries.addAll(own);
        }
        WordLists.named(countriesOf, "en").addAll(List.of(
                "England", "Scotland", "Wales", "California", "Texas", "Florida", "the United States", "the US", "the UK",
                "USA", "UK", "Russia", "Iran", "Syria", "South Korea", "North Korea", "Europe", "Africa", "Asia", "Ohio",
                "Virginia", "New Jersey", "North Carolina", "West Virginia", "NY", "CA", "TX", "Massachusetts", "Ontario"));
        WordLists.named(countriesOf, "de").addAll(List.of("Bayern", "Sachsen", "Hessen", "Europa", "USA", "Nordrhein-Westfalen"));
        WordLists.named(countriesOf, "fr").addAll(List.of("Bretagne", "Normandie", "Europe", "Alsace", "Bourgogne"));
        WordLists.named(countriesOf, "es").addAll(List.of("Cataluña", "Andalucía", "Galicia", "Europa", "Madrid", "EEUU"));
        WordLists.named(countriesOf, "pt").addAll(List.of("Bahia", "Minas Gerais", "Paraná", "Europa", "EUA", "Alentejo", "Algarve"));
        countries.addAll(WordLists.named(countriesOf, "en"));
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void draw(String language, String locale) {
        Faker faker = new Faker(Locale.forLanguageTag(locale), new Random(20_26_11_28));
        TreeSet<String> first = new TreeSet<>();
        TreeSet<String> last = new TreeSet<>();
        for (int i = 0; i < DRAWS; i++) {
            first.add(faker.name().firstName());
            last.add(faker.name().lastName());
        }
        first.removeIf(name -> name.isBlank() || name.contains("."));
        last.removeIf(name -> name.isBlank() || name.contains("."));
        List<String> firsts = List.copyOf(first);
        List<String> lasts = List.copyOf(last);
        givenOf.computeIfAbsent(language, unused -> new ArrayList<>()).add(firsts);
        surnamesOf.computeIfAbsent(language, unused -> new ArrayList<>()).add(lasts);
        allGiven.add(firsts);
        allSurnames.add(lasts);
        given.addAll(first);
        surnames.addAll(last);
    }

    /** A given name: mostly of the language's own cultures, else of any. */
    String given(String language, Random random) {
        return invented(pick(random.nextInt(100) < 55 ? WordLists.named(givenOf, language) : allGiven, random), random);
    }

    String surname(String language, Random random) {
        return invented(pick(random.nextInt(100) < 50 ? WordLists.named(surnamesOf, language) : allSurnames, random), random);
    }

    /** One name in six is changed a little, so that names no list holds are met as well. */
    private static String invented(String name, Random random) {
        if (random.nextInt(6) > 0 || name.length() < 4) {
            return name;
        }
        int place = 1 + random.nextInt(name.length() - 2);
        char old = name.charAt(place);
        if (!Character.isLowerCase(old)) {
            return name;
        }
        String pool = "aeiou".indexOf(old) >= 0 ? "aeiouy" : "bdfgklmnprstvz";
        return name.substring(0, place) + pool.charAt(random.nextInt(pool.length())) + name.substring(place + 1);
    }

    private static String pick(List<List<String>> lists, Random random) {
        List<String> list = lists.get(random.nextInt(lists.size()));
        return list.get(random.nextInt(list.size()));
    }

    /** A town: of the best known, of the language's own countries, or of anywhere. */
    String town(String language, Random random) {
        int dice = random.nextInt(100);
        List<String> of = dice < 40 ? towns : WordLists.named(townsOf, dice < 75 ? language : "xx");
        return of.get(random.nextInt(of.size()));
    }

    String country(String language, Random random) {
        List<String> own = WordLists.named(countriesOf, language);
        return own.get(random.nextInt(own.size()));
    }
}
