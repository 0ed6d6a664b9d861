package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.alphanumeric;
import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weighted;
import static dev.assay.detect.pii.Weighted.weights;

/** Accounts, banks and cards. */
final class BankNumbers {
    private static final int[] CBU_BANK = weights("7 1 3 9 7 1 3");
    private static final int[] CBU_ACCOUNT = weights("3 9 7 1 3 9 7 1 3 9 7 1 3");
    private static final int[] CZECH = weights("6 3 7 9 10 5 8 4 2 1");
    private static final int[] CCC = weights("1 2 4 8 5 10 9 7 3 6");
    private static final int[] CLABE = weights("3 7 1 3 7 1 3 7 1 3 7 1 3 7 1 3 7");
    private static final int[] ROUTING = weights("3 7 1 3 7 1 3 7 1");

    private static final String RIB_LETTERS = "12345678912345678923456789";
    /** Decree of 12 March 1974, as in the fiscal code. */
    private static final int[] CIN_ODD = weights("1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23");

    private BankNumbers() {}

    static void addTo(RuleBook book) {
        Rule norwegian = weighted("99999999999", "5 4 3 2 7 6 5 4 3 2", 11, "0?987654321");
        Rule iban = new Iban().and((t, s, e) -> nationalChecks(t, s, e, norwegian));
        book.add("iban", iban)
                .add("be.iban", iban.and((t, s, e) -> starts(t, s, e, "BE")))
                .add("es.iban", iban.and((t, s, e) -> starts(t, s, e, "ES")))
                .add("me.iban", iban.and((t, s, e) -> starts(t, s, e, "ME")))
                .add("no.iban", iban.and((t, s, e) -> starts(t, s, e, "NO")))
                .add("bic", BankNumbers::bic)
                .add("card", new CardRanges())
                .add("luhn", " ", (t, s, e) -> digits(t, s, e) && Sums.luhn(t, s, e) == 0)
                .add("us.rtn", BankNumbers::routing)
                .add("ar.cbu", BankNumbers::cbu)
                .add("es.ccc", BankNumbers::ccc)
                .add("cz.bankaccount", " ", BankNumbers::czech)
                .add("nz.bankaccount", "", NewZealandAccounts::holds)
                .add("mx.clabe", BankNumbers::clabe)
                .add("no.kontonr", norwegian.or((t, s, e) -> digits(t, s, e, 7) && Sums.luhn(t, s, e) == 0))
                .add("fr.rib", " -", BankNumbers::rib)
                .add("it.bban", " ", BankNumbers::italian)
                .add("eu.at_02", " -/", BankNumbers::creditor)
                .add("be.ogm_vcs", " -./+*", (t, s, e) -> digits(t, s, e, 12) && mod97OrFull(t, s, e))
                .add("ch.esr", BankNumbers::esr);
    }

    /** Some countries' accounts carry a check of their own. */
    private static boolean nationalChecks(byte[] t, int s, int e, Rule norwegian) {
        if (starts(t, s, e, "BE")) {
            return mod97OrFull(t, s + 4, e);
        }
        if (starts(t, s, e, "ES")) {
            return ccc(t, s + 4, e);
        }
        if (starts(t, s, e, "ME")) {
            return Sums.mod97(t, s + 4, e) == 1;
        }
        return !starts(t, s, e, "NO") || norwegian.holds(t, s + 4, e);
    }

    /** ISO 9362: party, country, location, branch. */
    private static boolean bic(byte[] t, int s, int e) {
        int length = e - s;
        return (length == 8 || length == 11)
                && isLetter(t, s)
                && isLetter(t, s + 1)
                && isLetter(t, s + 2)
                && isLetter(t, s + 3)
                && Countries.is(t, s + 4)
                && alphanumeric(t, s + 6, e);
    }

    /** ABA: the Federal Reserve's prefixes, and weights 3 7 1 three times, modulo 10. */
    private static boolean routing(byte[] t, int s, int e) {
        if (!digits(t, s, e, 9)) {
            return false;
        }
        int prefix = Chars.small(t, s, s + 2);
        boolean issued =
                prefix <= 12 || (prefix >= 21 && prefix <= 32) || (prefix >= 61 && prefix <= 72) || prefix == 80;
        return issued && Sums.weighted(t, s, ROUTING) % 10 == 0 && !Chars.repeated(t, s, e);
    }

    private static boolean mod97OrFull(byte[] t, int s, int e) {
        int rest = Sums.modulo(t, s, e - 2, 97);
        return (rest == 0 ? 97 : rest) == Chars.small(t, e - 2, e);
    }

    /** Relevé d'identité bancaire: bank, branch, account (letters by their place in a telephone's rows) and a key modulo 97. */
    private static boolean rib(byte[] t, int s, int e) {
        if (!Chars.matches(t, s, e, "9999999999***********99")) {
            return false;
        }
        int rest = 0;
        for (int i = s; i < e; i++) {
            int digit = isLetter(t, i) ? RIB_LETTERS.charAt(t[i] - 'A') - '0' : digit(t, i);
            rest = (rest * 10 + digit) % 97;
        }
        return rest == 0 && !Chars.repeated(t, s, e);
    }

    /** ABI: a control letter over bank, branch and account, the odd places by the table of the fiscal code. */
    private static boolean italian(byte[] t, int s, int e) {
        if (!Chars.matches(t, s, e, "A9999999999************")) {
            return false;
        }
        int sum = 0;
        for (int i = s + 1; i < e; i++) {
            int value = isLetter(t, i) ? t[i] - 'A' : digit(t, i);
            sum += (i - s) % 2 == 1 ? CIN_ODD[value] : value;
        }
        return t[s] == 'A' + sum % 26;
    }

    /** EPC AT-02, identifier of a SEPA creditor: country, check digits, business code, national part; MOD 97-10 without the business code. */
    private static boolean creditor(byte[] t, int s, int e) {
        return e - s >= 8
                && e - s <= 35
                && Chars.matches(t, s, s + 4, "AA99")
                && Countries.is(t, s)
                && alphanumeric(t, s + 4, e)
                && Sums.mod97(t, s, s + 4, Sums.mod97(t, s + 7, e)) == 1;
    }

    private static boolean cbu(byte[] t, int s, int e) {
        return digits(t, s, e, 22)
                && (10 - Sums.weighted(t, s, CBU_BANK) % 10) % 10 == digit(t, s + 7)
                && (10 - Sums.weighted(t, s + 8, CBU_ACCOUNT) % 10) % 10 == digit(t, s + 21);
    }

    /** Bank and branch, two check digits, account; each check over ten digits, the first with two zeros in front. */
    private static boolean ccc(byte[] t, int s, int e) {
        if (!digits(t, s, e, 20)) {
            return false;
        }
        int bank = 0;
        for (int i = 0; i < 8; i++) {
            bank += CCC[i + 2] * digit(t, s + i);
        }
        return cccDigit(bank) == digit(t, s + 8) && cccDigit(Sums.weighted(t, s + 10, CCC)) == digit(t, s + 9);
    }

    private static int cccDigit(int sum) {
        int check = 11 - sum % 11;
        return check == 11 ? 0 : check == 10 ? 1 : check;
    }

    /** {@code prefix-root/bank}: the prefix and the root, each weighted to 0 modulo 11. */
    private static boolean czech(byte[] t, int s, int e) {
        int slash = e - 5;
        if (slash < s + 2 || t[slash] != '/' || !digits(t, slash + 1, e) || starts(t, slash + 1, e, "0000")) {
            return false;
        }
        int dash = s;
        while (dash < slash && t[dash] != '-') {
            dash++;
        }
        boolean prefixed = dash < slash;
        int root = prefixed ? dash + 1 : s;
        return (!prefixed || (dash - s <= 6 && digits(t, s, dash) && czechSum(t, s, dash) == 0))
                && digits(t, root, slash)
                && slash - root >= 2
                && slash - root <= 10
                && czechSum(t, root, slash) == 0;
    }

    private static int czechSum(byte[] t, int s, int e) {
        int sum = 0;
        for (int i = s; i < e; i++) {
            sum += CZECH[10 - (e - i)] * digit(t, i);
        }
        return sum % 11;
    }

    private static boolean clabe(byte[] t, int s, int e) {
        if (!digits(t, s, e, 18)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CLABE[i] * digit(t, s + i) % 10;
        }
        return (10 - sum % 10) % 10 == digit(t, s + 17);
    }

    /** Swiss payment reference: the recursive modulo 10 of the PostFinance procedure. */
    private static boolean esr(byte[] t, int s, int e) {
        if (!digits(t, s, e) || e - s > 27 || e - s < 2) {
            return false;
        }
        int carry = 0;
        for (int i = s; i < e - 1; i++) {
            carry = "0946827135".charAt((carry + digit(t, i)) % 10) - '0';
        }
        return (10 - carry) % 10 == digit(t, e - 1);
    }
}
