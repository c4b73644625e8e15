package org.demarche.staff.password;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a password is made of what everybody's are made of. Lists of stolen passwords are long because people vary a few
 * words; so the words are kept here, and the variations are undone: case, digits for letters, years, repetition, keyboard
 * walks. Needs no network.
 */
final class CommonPasswords {

    /** What most stolen passwords begin with, in the languages of the house too, and the names of this house. */
    private static final Set<String> WORDS = Set.of(
            "password",
            "passwort",
            "passwd",
            "pass",
            "word",
            "secret",
            "welcome",
            "letmein",
            "iloveyou",
            "loveyou",
            "love",
            "hello",
            "admin",
            "administrator",
            "root",
            "user",
            "login",
            "master",
            "default",
            "changeme",
            "change",
            "temp",
            "test",
            "guest",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "soccer",
            "hockey",
            "sunshine",
            "princess",
            "shadow",
            "superman",
            "batman",
            "pokemon",
            "starwars",
            "trustno",
            "whatever",
            "freedom",
            "flower",
            "summer",
            "winter",
            "spring",
            "autumn",
            "monday",
            "friday",
            "computer",
            "internet",
            "google",
            "samsung",
            "apple",
            "michael",
            "jordan",
            "jessica",
            "charlie",
            "daniel",
            "thomas",
            "ashley",
            "qwerty",
            "qwertyuiop",
            "qwertz",
            "azerty",
            "asdfghjkl",
            "asdfgh",
            "asdf",
            "zxcvbnm",
            "zxcvbn",
            "qazwsx",
            "qazwsxedc",
            "wsxedc",
            "abc",
            "abcd",
            "abcdef",
            "abcdefg",
            "abcdefgh",
            "abcdefghi",
            "abcdefghij",
            "abcdefghijkl",
            "abcdefghijklm",
            "sakura",
            "tokyo",
            "seoul",
            "korea",
            "japan",
            "china",
            "beijing",
            "kimchi",
            "saranghae",
            "arigato",
            "konnichiwa",
            "aishiteru",
            "woaini",
            "my",
            "the",
            "is",
            "me",
            "and",
            "you",
            "i",
            "a",
            "demarche",
            "petition",
            "campaign",
            "refugee",
            "refugees",
            "human",
            "rights",
            "correct",
            "horse",
            "battery",
            "staple",
            "correcthorsebatterystaple");

    private static final String[] WALKS = {
        "1qaz2wsx3edc4rfv5tgb6yhn", "q1w2e3r4t5y6u7i8o9p0", "qwertyuiopasdfghjklzxcvbnm", "qazwsxedcrfvtgbyhnujm",
        "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "1q2w3e4r5t6y7u8i9o0p"
    };

    private static final Pattern EDGES = Pattern.compile("^[0-9\\p{Punct}\\s]+|[0-9\\p{Punct}\\s]+$");
    private static final Pattern DECORATION = Pattern.compile("[0-9\\p{Punct}\\s]+");

    /** "aaaaaaaaaaaa" and "121212121212". */
    private static final int MIN_DIFFERENT = 5;

    private static final int SHORTEST_WALK = 8;

    private CommonPasswords() {}

    static boolean contains(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return lower.codePoints().distinct().count() < MIN_DIFFERENT
                || isWalk(lower)
                || isRepetition(lower)
                || isOfCommonWords(DECORATION.matcher(lower).replaceAll(" ").strip())
                || isOfCommonWords(DECORATION
                        .matcher(lettered(EDGES.matcher(lower).replaceAll("")))
                        .replaceAll(" ")
                        .strip());
    }

    /** "p4ssw0rd" is "password". */
    private static String lettered(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static boolean isWalk(String text) {
        var keys = text.replaceAll("[^a-z0-9]", "");
        if (keys.length() < SHORTEST_WALK || keys.length() < text.length() - SHORTEST_WALK / 2) {
            return false;
        }
        for (var walk : WALKS) {
            if (walk.contains(keys) || walk.contains(new StringBuilder(keys).reverse())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRepetition(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            if (text.length() % length == 0
                    && text.substring(0, length).repeat(text.length() / length).equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Two of them in a row are as common as one; from four words on the order alone is a secret. */
    private static boolean isOfCommonWords(String text) {
        if (text.isEmpty()) {
            return true;
        }
        int words = 0;
        for (var part : text.split(" ")) {
            var split = split(part);
            if (split.isEmpty()) {
                return false;
            }
            words += split.size();
        }
        return words < 4;
    }

    /** The fewest common words that make up the text; none where something else is in it. */
    private static List<String> split(String text) {
        List<List<String>> best = new ArrayList<>();
        best.add(List.of());
        for (int end = 1; end <= text.length(); end++) {
            List<String> fewest = null;
            for (int begin = 0; begin < end; begin++) {
                var before = best.get(begin);
                var word = text.substring(begin, end);
                if (before != null && WORDS.contains(word) && (fewest == null || before.size() + 1 < fewest.size())) {
                    fewest = new ArrayList<>(before);
                    fewest.add(word);
                }
            }
            best.add(fewest);
        }
        var whole = best.getLast();
        return whole == null ? List.of() : whole;
    }
}
