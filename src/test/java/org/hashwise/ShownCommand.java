package org.hashwise;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A command that the documentation shows.
 *
 * @param place page and line
 * @param arguments of {@code java}, without what is optional
 */
record ShownCommand(String place, String arguments) {

    // In a listing or in a sentence; what is said about it follows a mark.
    private static final Pattern SHOWN = Pattern.compile("java (?<arguments>[^\\n#&`]*hashwise\\.jar[^\\n#&`]*)");

    /** Needs a database server that a build has no address of. */
    private static final Pattern NEEDS_A_SERVER = Pattern.compile(".*--server\\.port=808[12]");

    /** Settings and no name of a command behind the jar. */
    private static final Pattern SERVER = Pattern.compile(".*hashwise\\.jar(?: +--\\S+)*");

    /** Tried by CheckTrialTests; here these would take longer than all others together. */
    private static final Pattern TAKES_MINUTES = Pattern.compile(".*--(?:mutate|coverage)\\b.*");

    /** Every command, once. */
    static List<ShownCommand> all() {
        Set<String> seen = new LinkedHashSet<>();
        return Document.all().stream()
                .flatMap(document -> SHOWN.matcher(document.text())
                        .results()
                        .map(found -> new ShownCommand(
                                document.toString(),
                                found.group(1).replaceAll("\\[[^]]*]…?", "").strip())))
                .filter(command -> seen.add(command.arguments))
                .toList();
    }

    /** True when a build can run it. */
    boolean isRun() {
        return !NEEDS_A_SERVER.matcher(arguments).matches()
                && !TAKES_MINUTES.matcher(arguments).matches();
    }

    /** True when it serves until it is ended. */
    boolean isServer() {
        return SERVER.matcher(arguments).matches() && !arguments.contains("-Dspring.context.exit=onRefresh");
    }

    List<String> words() {
        return Arrays.asList(arguments.split(" +"));
    }
}
