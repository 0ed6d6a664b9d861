package dev.assay.example;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invents people and their numbers. The same seed gives the same people. */
final class Invented {
    private static final List<String> FIRST = List.of(
            "Ada", "Bruno", "Carla", "Dmitri", "Elif", "Farid", "Greta", "Hana", "Ivo", "Jun", "Katya", "Luca", "Mina",
            "Noor", "Oskar", "Priya", "Quentin", "Rosa", "Sanna", "Tomas", "Uma", "Viktor", "Wanda", "Ximena", "Yusuf",
            "Zoe");
    private static final List<String> LAST = List.of(
            "Abernethy",
            "Bertolini",
            "Castellan",
            "Dvorin",
            "Eskelund",
            "Farrowby",
            "Galvane",
            "Hartwick",
            "Ilvesson",
            "Jankovar",
            "Kestrelle",
            "Lindqvale",
            "Marchetto",
            "Norwoode",
            "Okonedo",
            "Pellerin",
            "Quillan",
            "Rasmunde",
            "Sorvino",
            "Tallworth",
            "Umberton",
            "Valdanez",
            "Wexcombe",
            "Yarrowell",
            "Zielonka");
    private static final List<String> MAIL_HOSTS =
            List.of("finchpost.net", "quaymail.org", "larkletter.com", "northmere.io");
    private static final List<String> STREETS = List.of("Mill Lane", "Harbour Road", "Orchard Street", "Fern Avenue");
    private static final String[] BANKS = {"37050299", "10090044", "70022200"};

    private final SplittableRandom random;

    Invented(long seed) {
        random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String name() {
        return pick(FIRST) + " " + pick(LAST);
    }

    String email(String name) {
        String local = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        return local + (oneIn(3) ? Integer.toString(below(90) + 10) : "") + "@" + pick(MAIL_HOSTS);
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(below(10));
        }
        return digits.toString();
    }

    String phone() {
        return "+49 30 " + (100 + below(900)) + " " + (1000 + below(9000));
    }

    String street() {
        return (1 + below(180)) + " " + pick(STREETS);
    }

    String date(int firstYear, int years) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", firstYear + below(years), 1 + below(12), 1 + below(28));
    }

    /** A card number with a right Luhn digit, in groups of four. */
    String card() {
        String body = "4539" + digits(11);
        String number = body + luhn(body);
        return number.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** A German IBAN with right check digits. */
    String iban() {
        String account = BANKS[below(BANKS.length)] + digits(10);
        // DE is 1314, and the check digits count as 00.
        int rest = new java.math.BigInteger(account + "131400")
                .mod(java.math.BigInteger.valueOf(97))
                .intValue();
        return String.format(Locale.ROOT, "DE%02d%s", 98 - rest, account);
    }

    /** A US social security number of an area that is given out. */
    String ssn() {
        return String.format(Locale.ROOT, "%03d-%02d-%04d", 100 + below(500), 1 + below(99), 1 + below(9999));
    }

    /** An order number: as many digits as an identifier, and none. */
    String order() {
        return "A-" + digits(9);
    }

    private static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
