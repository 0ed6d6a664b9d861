package dev.assay.detect.ner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;

/** Writes sentences of our own by filling templates with names; the seed decides everything. */
final class Sentences {
    private final String language;
    private final List<String> templates;
    private final NamePool pool;
    private final SortedMap<String, List<String>> words;
    private final Random random;

    Sentences(String language, NamePool pool, SortedMap<String, List<String>> words, long seed) throws IOException {
        this.language = language;
        this.pool = pool;
        this.words = words;
        templates = WordLists.lines("templates-" + language + ".txt");
        random = new Random(seed);
    }

    List<Labelled> write(int count) {
        List<Labelled> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(sentence(templates.get(random.nextInt(templates.size()))));
        }
        return all;
    }

    private Labelled sentence(String template) {
        Labelled.Builder text = new Labelled.Builder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            if (c == '{' && at + 2 < template.length() && template.charAt(at + 2) == '}') {
                fill(template.charAt(at + 1), text);
                at += 3;
            } else {
                text.add(String.valueOf(c));
                at++;
            }
        }
        Labelled built = text.build();
        int dice = random.nextInt(100);
        if (dice < 14) {
            return built.lower();
        }
        if (dice < 20) {
            return built.upper();
        }
        if (dice < 28 && built.text().matches("(?s).*[.!?]")) {
            boolean inName = built.names().stream().anyMatch(name -> name.end() == built.text().length());
            return inName ? built : new Labelled(built.text().substring(0, built.text().length() - 1), built.names());
        }
        if (dice < 33) {
            return typo(built);
        }
        return built;
    }

    /** Two letters outside names change places. */
    private Labelled typo(Labelled built) {
        if (built.text().length() < 4) {
            return built;
        }
        int place = random.nextInt(built.text().length() - 1);
        boolean letters = Character.isLowerCase(built.text().charAt(place))
                && Character.isLowerCase(built.text().charAt(place + 1));
        boolean inName = built.names().stream().anyMatch(name -> name.start() <= place + 1 && place < name.end());
        if (!letters || inName) {
            return built;
        }
        StringBuilder text = new StringBuilder(built.text());
        text.setCharAt(place, built.text().charAt(place + 1));
        text.setCharAt(place + 1, built.text().charAt(place));
        return new Labelled(text.toString(), built.names());
    }

    private void fill(char slot, Labelled.Builder text) {
        switch (slot) {
            case 'P' -> text.name(NameKind.PERSON, person());
            case 'F' -> text.name(NameKind.PERSON, pool.given(language, random));
            case 'S' -> text.name(NameKind.PERSON, pool.surname(language, random));
            case 'X' -> text.add(pool.surname(language, random));
            case 'L' -> text.name(NameKind.LOCATION, pool.town(language, random));
            case 'C' -> text.name(NameKind.LOCATION, pool.country(language, random));
            case 'O' -> text.name(NameKind.ORGANIZATION, organisation());
            case 'T' -> text.add(title());
            case 'W' -> text.add(from("nouns"));
            case 'R' -> text.add(language.equals("en") ? from("roles") : role());
            case 'D' -> text.add(date());
            case 'N' -> text.add(number());
            case 'E' -> text.add(email());
            case 'V' -> text.add(from("germanverbs"));
            case 'A' -> text.add(text.length() == 0 ? NamePool.capital(from("germanadverbs")) : from("germanadverbs"));
            case 'H' -> text.add(from("germangenitives"));
            case 'U' -> text.add(from("germantitles"));
            case 'K' -> text.add(NamePool.capital(from("germannouns")));
            case 'G' -> text.name(NameKind.PERSON, genitive());
            case 'n' -> text.add("\n");
            default -> throw new IllegalStateException("no slot " + slot);
        }
    }

    private String genitive() {
        String name =
                switch (random.nextInt(6)) {
                    case 0 -> pool.given(language, random);
                    case 1 -> person();
                    default -> pool.surname(language, random);
                };
        return endsHissing(name) ? name + (random.nextBoolean() ? "'" : "") : name + "s";
    }

    /** Whether a name takes no {@code s} in the genitive. */
    static boolean endsHissing(String name) {
        return "szxß".indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    private String from(String list) {
        List<String> all = WordLists.named(words, list);
        return all.get(random.nextInt(all.size()));
    }

    private String role() {
        return switch (language) {
            case "de" -> one("Trainer", "Minister", "Sprecher", "Direktor", "Maler", "Bürgermeister", "Leiter", "Professor");
            case "fr" -> one("maire", "ministre", "directeur", "porte-parole", "peintre", "député", "professeur");
            case "es" -> one("alcalde", "ministro", "director", "portavoz", "pintor", "médico", "profesor");
            default -> one("prefeito", "ministro", "diretor", "técnico", "pintor", "médico", "professor");
        };
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String title() {
        return one("Mr.", "Mrs.", "Ms.", "Dr.", "Mr", "Mrs", "Ms", "Dr", "Prof.", "Professor", "Miss", "Sir");
    }

    private String person() {
        String first = pool.given(language, random);
        String last = pool.surname(language, random);
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> first;
            case 3 -> first.substring(0, 1) + ". " + last;
            case 4 -> first + " " + (char) ('A' + random.nextInt(26)) + ". " + last;
            case 5 -> first + " " + pool.given(language, random) + " " + last;
            case 6 -> language.equals("es") || language.equals("pt")
                    ? first + " " + pool.surname(language, random) + " " + last
                    : first + " " + last + "-" + pool.surname(language, random);
            case 7 -> language.equals("pt") ? first + " " + one("da", "de", "dos", "do") + " " + last : last;
            case 8 -> language.equals("de") ? first + " von " + last : first + " " + last;
            default -> first + " " + last;
        };
    }

    private String organisation() {
        String last = pool.surname(language, random);
        String town = pool.town(language, random);
        int dice = random.nextInt(12);
        if (dice < 4) {
            return from("orgs");
        }
        return switch (language) {
            case "de" -> one(
                    last + " GmbH", last + " AG", "Universität " + town, "Stadtwerke " + town, "FC " + town, "TSV " + town,
                    last + " & " + pool.surname(language, random), "Klinikum " + town, "Sparkasse " + town, acronym());
            case "fr" -> one(
                    last + " SA", last + " et Fils", "Université de " + town, "Mairie de " + town, "AS " + town,
                    "Société " + last, "Banque de " + town, "Hôpital de " + town, acronym());
            case "es" -> one(
                    last + " S.A.", "Universidad de " + town, "Ayuntamiento de " + town, "Hospital " + last,
                    "Hospital de " + town, "Banco de " + town, "Grupo " + last, "Real " + town, acronym());
            case "pt" -> one(
                    last + " Ltda", "Universidade de " + town, "Prefeitura de " + town, "Banco " + last, "Grupo " + last,
                    "Hospital " + last, "Tribunal de " + town, "Sporting " + town, acronym());
            default -> one(
                    last + " Inc.", last + " Ltd", last + " and Sons", last + " & " + pool.surname(language, random),
                    last + " Group", last + " LLC", "University of " + town, town + " University", town + " City Council",
                    town + " United", last + " Bank", "Bank of " + town, last + " Corp", "St. " + last + " Hospital",
                    town + " Police Department", "the " + town + " Times", "The " + last + " Foundation", acronym(),
                    last + "-" + pool.surname(language, random), "Ministry of " + one("Health", "Defence", "Finance"));
        };
    }

    private String acronym() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 3 + random.nextInt(2); i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }

    private String date() {
        int day = 1 + random.nextInt(28);
        int month = 1 + random.nextInt(12);
        int year = 1930 + random.nextInt(97);
        return switch (random.nextInt(5)) {
            case 0 -> day + "/" + month + "/" + year;
            case 1 -> year + "-" + (month < 10 ? "0" : "") + month + "-" + (day < 10 ? "0" : "") + day;
            case 2 -> day + "." + month + "." + year;
            case 3 -> monthName(month) + " " + day;
            default -> day + " " + monthName(month) + " " + year;
        };
    }

    private String monthName(int month) {
        return java.time.Month.of(month)
                .getDisplayName(java.time.format.TextStyle.FULL, Locale.forLanguageTag(language));
    }

    private String number() {
        return switch (random.nextInt(4)) {
            case 0 -> String.valueOf(1 + random.nextInt(12));
            case 1 -> String.valueOf(10 + random.nextInt(90));
            case 2 -> String.valueOf(1900 + random.nextInt(126));
            default -> String.valueOf(10000 + random.nextInt(90000));
        };
    }

    private String email() {
        return pool.given("en", random).toLowerCase(Locale.ROOT).replace(" ", "") + "@example.org";
    }
}
