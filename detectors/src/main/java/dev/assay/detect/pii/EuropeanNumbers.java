package dev.assay.detect.pii;

import static dev.assay.detect.pii.Chars.digit;
import static dev.assay.detect.pii.Chars.digits;
import static dev.assay.detect.pii.Chars.isLetter;
import static dev.assay.detect.pii.Chars.matches;
import static dev.assay.detect.pii.Chars.small;
import static dev.assay.detect.pii.Chars.starts;
import static dev.assay.detect.pii.Weighted.weights;

/** Numbers of the European Union, and value added tax numbers of any country with their prefix. */
final class EuropeanNumbers {
    private static final String MEMBERS =
            "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GR XI";
    private static final String ENERGY_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
    private static final int[] ONE_STOP_STATES = weights(
            "40 56 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752 900");
    private static final int[] EC = weights("1 2 3 4 5 6");

    private final RuleBook book;

    private EuropeanNumbers(RuleBook book) {
        this.book = book;
    }

    /** Comes after the rules of the countries. */
    static void addTo(RuleBook book) {
        EuropeanNumbers numbers = new EuropeanNumbers(book);
        Rule oneStop = EuropeanNumbers::oneStop;
        Rule union = numbers.vat(
                "AT at.uid",
                "BE be.vat",
                "BG bg.vat",
                "CY cy.vat",
                "CZ cz.dic",
                "DE de.vat",
                "DK dk.cvr",
                "EE ee.kmkr",
                "EL gr.vat",
                "ES es.nif",
                "FI fi.alv",
                "FR fr.tva",
                "HR hr.oib",
                "HU hu.anum",
                "IE ie.vat",
                "IT it.iva",
                "LT lt.pvm",
                "LU lu.tva",
                "LV lv.pvn",
                "MT mt.vat",
                "NL nl.btw",
                "PL pl.nip",
                "PT pt.nif",
                "RO ro.cf",
                "SE se.vat",
                "SI si.ddv",
                "SK sk.dph",
                "XI gb.vat");
        Rule world = numbers.vat(
                "AD ad.nrt",
                "AL al.nipt",
                "AR ar.cuit",
                "AU au.abn",
                "AZ az.voen",
                "BR br.cnpj",
                "BY by.unp",
                "CA ca.bn",
                "CH ch.vat",
                "CL cl.rut",
                "CN cn.uscc",
                "CO co.nit",
                "CR cr.cpj",
                "CU cu.ni",
                "DO do.rnc",
                "DZ dz.nif",
                "EC ec.ruc",
                "EG eg.tn",
                "FO fo.vn",
                "GB gb.vat",
                "GH gh.tin",
                "GR gr.vat",
                "GT gt.nit",
                "ID id.npwp",
                "IL il.hp",
                "IN in_.gstin",
                "IS is_.vsk",
                "JP jp.cn",
                "KE ke.pin",
                "KR kr.brn",
                "LI li.peid",
                "MA ma.ice",
                "MC mc.tva",
                "MD md.idno",
                "ME me.pib",
                "MK mk.edb",
                "MX mx.rfc",
                "NO no.mva",
                "NZ nz.ird",
                "OM om.vat",
                "PE pe.ruc",
                "PY py.ruc",
                "RS rs.pib",
                "RU ru.inn",
                "SG sg.uen",
                "SM sm.coe",
                "SN sn.ninea",
                "SV sv.nit",
                "TH th.tin",
                "TN tn.mf",
                "TR tr.vkn",
                "TW tw.ubn",
                "UA ua.edrpou",
                "UY uy.rut",
                "VE ve.rif",
                "VN vn.mst",
                "ZA za.tin");
        Rule once = (t, s, e) -> e - s < 4 || t[s] != t[s + 2] || t[s + 1] != t[s + 3];
        book.add("eu.vat", " -./:", union.and(once).or(oneStop))
                .add("vatin", " -./,:", world.or(union).or(oneStop))
                .add("eu.oss", oneStop)
                .add("eu.banknote", EuropeanNumbers::banknote)
                .add("eu.ecnumber", " ", EuropeanNumbers::substance)
                .add("eu.eic", "", EuropeanNumbers::energy)
                .add("eu.excise", EuropeanNumbers::excise);
    }

    /** The country's own rule behind its two letters; each argument is the prefix and the name of the rule. */
    private Rule vat(String... countries) {
        Rule any = (t, s, e) -> false;
        for (String country : countries) {
            String prefix = country.substring(0, 2);
            Rule rule = book.rule(country.substring(3));
            Rule bare = (t, s, e) ->
                    e - s > 4 && starts(t, s, e, prefix) && (rule.holds(t, s + 2, e) || rule.holds(t, s, e));
            any = any.or(bare);
        }
        return any;
    }

    private static boolean oneStop(byte[] t, int s, int e) {
        boolean shaped = (e - s == 11 && starts(t, s, e, "EU")) || (e - s == 12 && starts(t, s, e, "IM"));
        if (!shaped || !digits(t, s + 2, e)) {
            return false;
        }
        int state = small(t, s + 2, s + 5);
        for (int known : ONE_STOP_STATES) {
            if (known == state) {
                return true;
            }
        }
        return false;
    }

    /** First series: country letter and eleven digits; second: two letters and ten. Letters count their code; modulo 9 is 0. */
    private static boolean banknote(byte[] t, int s, int e) {
        if (e - s != 12 || !isLetter(t, s) || !digits(t, s + 2, e) || !Chars.alphanumeric(t, s, e)) {
            return false;
        }
        int sum = 0;
        for (int i = s; i < e; i++) {
            sum += Chars.isDigit(t, i) ? digit(t, i) : t[i];
        }
        return sum % 9 == 0;
    }

    private static boolean substance(byte[] t, int s, int e) {
        if (matches(t, s, e, "9999999")) {
            return ecCheck(t, s, s + 3) == digit(t, s + 6);
        }
        return matches(t, s, e, "999-999-9") && ecCheck(t, s, s + 4) == digit(t, s + 8);
    }

    private static int ecCheck(byte[] t, int first, int second) {
        int sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += EC[i] * digit(t, first + i) + EC[i + 3] * digit(t, second + i);
        }
        int rest = sum % 11;
        return rest == 10 ? 1 : rest;
    }

    private static boolean energy(byte[] t, int s, int e) {
        if (e - s != 16 || t[e - 1] == '-') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            int value = ENERGY_ALPHABET.indexOf(t[s + i]);
            if (value < 0) {
                return false;
            }
            sum += (16 - i) * value;
        }
        return t[e - 1] == (byte) ENERGY_ALPHABET.charAt(36 - Math.floorMod(sum - 1, 37));
    }

    private static boolean excise(byte[] t, int s, int e) {
        int length = e - s;
        if (length < 3 || length > 13 || !Chars.alphanumeric(t, s, e)) {
            return false;
        }
        for (int i = 0; i < MEMBERS.length(); i += 3) {
            if (t[s] == (byte) MEMBERS.charAt(i) && t[s + 1] == (byte) MEMBERS.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }
}
