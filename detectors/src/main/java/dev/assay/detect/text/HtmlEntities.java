package dev.assay.detect.text;

import java.util.HashMap;
import java.util.Map;

/**
 * HTML character references (HTML Living Standard §13.2.5.72–80), those that may stand in a value or a word beside one:
 * numbers, punctuation, blanks and letters of Latin-1. The semicolon is needed.
 */
final class HtmlEntities {
    /** No name is longer. */
    private static final int LONGEST_NAME = 8;

    /** Ten digits make no code point. */
    private static final int MOST_DIGITS = 7;

    private static final String NAMES =
            "amp=& lt=< gt=> quot=\" apos=' commat=@ period=. comma=, num=# percnt=% lpar=( rpar=) colon=: "
                    + "semi=; hyphen=\u2010 dash=\u2010 ndash=\u2013 mdash=\u2014 minus=\u2212 sol=/ bsol=\\ lowbar=_ plus=+ equals== excl=! "
                    + "lsqb=[ lbrack=[ rsqb=] rbrack=] lcub={ lbrace={ rcub=} rbrace=} ast=* verbar=| quest=? dollar=$ nbsp=\u00A0 "
                    + "shy=\u00AD ensp=\u2002 emsp=\u2003 thinsp=\u2009 zwnj=\u200C zwj=\u200D lrm=\u200E rlm=\u200F NewLine=\n Tab=\t "
                    + "Agrave=À Aacute=Á Acirc=Â Atilde=Ã Auml=Ä Aring=Å AElig=Æ Ccedil=Ç Egrave=È Eacute=É Ecirc=Ê Euml=Ë Igrave=Ì "
                    + "Iacute=Í Icirc=Î Iuml=Ï ETH=Ð Ntilde=Ñ Ograve=Ò Oacute=Ó Ocirc=Ô Otilde=Õ Ouml=Ö Oslash=Ø Ugrave=Ù Uacute=Ú "
                    + "Ucirc=Û Uuml=Ü Yacute=Ý THORN=Þ szlig=ß agrave=à aacute=á acirc=â atilde=ã auml=ä aring=å aelig=æ ccedil=ç "
                    + "egrave=è eacute=é ecirc=ê euml=ë igrave=ì iacute=í icirc=î iuml=ï eth=ð ntilde=ñ ograve=ò oacute=ó ocirc=ô "
                    + "otilde=õ ouml=ö oslash=ø ugrave=ù uacute=ú ucirc=û uuml=ü yacute=ý thorn=þ yuml=ÿ deg=° ordm=º ordf=ª";
    private static final Map<Long, Integer> BY_NAME = byName();

    private HtmlEntities() {}

    private static Map<Long, Integer> byName() {
        Map<Long, Integer> byName = new HashMap<>();
        int at = 0;
        while (at < NAMES.length()) {
            int equals = NAMES.indexOf('=', at);
            long name = 0;
            for (int i = at; i < equals; i++) {
                name = name << 8 | NAMES.charAt(i);
            }
            byName.put(name, (int) NAMES.charAt(equals + 1));
            at = equals + 3;
        }
        return Map.copyOf(byName);
    }

    /**
     * Length in bytes of the reference whose part behind the ampersand begins here, semicolon included; 0 if there is none.
     *
     * @param at the byte behind the ampersand; a byte that is neither letter nor digit stands behind the text
     */
    static int length(byte[] text, int at) {
        int end = at;
        if (text[at] == '#') {
            boolean hexadecimal = (text[at + 1] | 0x20) == 'x';
            end = at + (hexadecimal ? 2 : 1);
            int digits = end;
            while (end - digits <= MOST_DIGITS && Character.digit(text[end], hexadecimal ? 16 : 10) >= 0) {
                end++;
            }
            return end > digits && text[end] == ';' && character(text, at) > 0 ? end + 1 - at : 0;
        }
        while (end - at <= LONGEST_NAME && Characters.isWord(text[end])) {
            end++;
        }
        return end > at && text[end] == ';' && character(text, at) > 0 ? end + 1 - at : 0;
    }

    /** The code point of a well-formed reference; 0 if it names none that may stand in a text. */
    static int character(byte[] text, int at) {
        if (text[at] != '#') {
            long name = 0;
            for (int i = at; text[i] != ';'; i++) {
                name = name << 8 | text[i];
            }
            Integer known = BY_NAME.get(name);
            return known == null ? 0 : known;
        }
        int radix = (text[at + 1] | 0x20) == 'x' ? 16 : 10;
        int value = 0;
        for (int i = at + (radix == 16 ? 2 : 1); text[i] != ';'; i++) {
            value = value * radix + Character.digit(text[i], radix);
        }
        return Escapes.isText(value) ? value : 0;
    }
}
