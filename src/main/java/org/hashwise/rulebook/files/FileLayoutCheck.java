package org.hashwise.rulebook.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hashwise.rulebook.model.FileLimits;
import org.hashwise.rulebook.model.Position;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem.Code;

/** Check that every file has a place where it is read: one that is not would look as if it counted. */
public final class FileLayoutCheck {

    private static final Map<String, List<String>> ENDINGS = Map.of(
            "questions", List.of(".yaml"),
            "parameters", List.of(".yaml"),
            "strategies", List.of(".yaml"),
            "market", List.of(".yaml"),
            "casebook", List.of(".yaml"),
            "views", List.of(".yaml"),
            "policy", List.of(".drl", ".cases.yaml", ".csv", ".xlsx"));

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._ -]*(/[A-Za-z0-9][A-Za-z0-9._ -]*)*");

    /** Names that file managers and spreadsheets give to copies, in English and French. */
    private static final Pattern LEFTOVER =
            Pattern.compile("(?i)(^|/)(copy of |copie de )[^/]*$|( \\([0-9]+\\)| - copy| - copie| copy| \\(copy\\)|"
                    + " \\(copie\\))\\.[a-z.]+$");

    /** Endings that files of a rulebook get by accident. */
    private static final Pattern RENAMED = Pattern.compile("(?i)(.+)\\.(yml|yaml|drl|csv|xls|xlsx)(\\.[a-z]+)?");

    private final Problems problems;

    public FileLayoutCheck(Problems problems) {
        this.problems = problems;
    }

    /** The files that may be read; the others are problems. */
    public RulebookFiles check(RulebookFiles files) {
        Map<String, byte[]> sound = new TreeMap<>();
        files.contentByPath().forEach((path, content) -> {
            if (LEFTOVER.matcher(path).find()) {
                String name = path.substring(path.lastIndexOf('/') + 1);
                problems.error(Code.LEFTOVER_FILE, Position.of(path), "", "", name);
            } else if (!PLAIN.matcher(path).matches()) {
                unexpected(path, "", path);
            } else if (content.length > FileLimits.FILE_BYTES) {
                problems.error(Code.FILE_TOO_LARGE, Position.of(path), "", "", path, FileLimits.FILE_BYTES);
                problems.unreadable(path);
            } else {
                sound.put(path, content);
            }
        });
        check(sound);
        return new RulebookFiles(sound);
    }

    private void check(Map<String, byte[]> files) {
        files.forEach((path, content) -> {
            if (!path.endsWith(".md")) {
                checkPlace(path);
                checkText(path, content);
            }
        });
    }

    private void checkPlace(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int slash = path.indexOf('/');
        String folder = slash < 0 ? "" : path.substring(0, slash);
        List<String> endings = ENDINGS.get(folder);
        if (endings == null) {
            unexpected(path, Suggestion.near(folder, ENDINGS.keySet()), path);
        } else if (endings.stream().noneMatch(name::endsWith)) {
            unexpected(path, Suggestion.oneOf(endings), name);
        } else if (folder.equals("policy") && path.indexOf('/', slash + 1) < 0) {
            unexpected(path, "policy/topic/" + name, name);
        }
    }

    // What a renamed file defines must not be called unknown all over the rulebook: its name is the one mistake.
    private void unexpected(String path, String suggestion, String shown) {
        if (RENAMED.matcher(path).matches()) {
            problems.unreadable(path);
        }
        problems.error(Code.UNEXPECTED_FILE, Position.of(path), "", suggestion, shown);
    }

    private void checkText(String path, byte[] content) {
        if (path.endsWith(".xlsx")) {
            return;
        }
        try {
            checkCharacters(
                    path,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (CharacterCodingException otherCharset) {
            problems.error(Code.NOT_UTF_8, Position.of(path), "", "");
        }
    }

    private void checkCharacters(String path, String text) {
        int line = 1;
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            column++;
            if (c == '\n') {
                line++;
                column = 0;
            } else if ((c < ' ' || c > '~') && isForbidden(c, i)) {
                Position position = new Position(path, line, column);
                problems.error(Code.FORBIDDEN_CHARACTER, position, "", "", Characters.named(c));
            }
        }
    }

    // Characters that change the direction of writing let a text look like another one.
    private static boolean isForbidden(char c, int index) {
        boolean control = Character.isISOControl(c) && c != '\r' && c != '\t';
        boolean invisible = Characters.isInvisible(c) && !(index == 0 && c == '\uFEFF');
        boolean direction = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return control || direction || invisible;
    }
}
