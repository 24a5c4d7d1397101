package org.hashwise.command;

import java.nio.file.Path;
import java.util.List;
import org.hashwise.questionnaire.Language;
import org.hashwise.screening.ScreeningFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of {@code screen}. */
final class ScreenArguments extends Arguments {

    enum Detail {
        BRIEF,
        FULL
    }

    @Parameters(arity = "1")
    @SuppressWarnings("NullAway.Init") // set by the parser, which refuses a call without it
    Path file;

    /** Where the result goes; null for the standard output. */
    @Option(names = "--out")
    @Nullable
    Path out;

    /** Where refused rows go as they were sent; null when they are not wanted. */
    @Option(names = "--refused")
    @Nullable
    Path refused;

    /** The body of a request for advice, which counts for each company that does not say otherwise. */
    @Option(names = "--common")
    @Nullable
    Path common;

    /** An overlay as JSON, as in a request for advice: each company is advised with and without it. */
    @Option(names = "--overlay")
    @Nullable
    Path overlay;

    /** Ids of house views that are asked about each company. */
    @Option(names = "--views", split = ",")
    List<String> views = List.of();

    /** The folder of rules; empty for the usual place. */
    @Option(names = "--rules")
    String rules = "";

    @Option(names = "--language")
    Language language = Language.EN;

    @Option(names = "--detail")
    Detail detail = Detail.BRIEF;

    /** Whether the nearest flip is left out. */
    @Option(names = "--no-flips")
    boolean noFlips;

    /** Whether columns whose header is not understood are left out. */
    @Option(names = "--ignore-unknown")
    boolean ignoreUnknown;

    /** Whether to say what is in the file, and to evaluate nothing. */
    @Option(names = "--check")
    boolean check;

    @Override
    protected boolean areConsistent() {
        return isKnown(file) && isKnown(out) && isKnown(refused) && !(check && (out != null || refused != null));
    }

    private static boolean isKnown(@Nullable Path path) {
        return path == null || ScreeningFormat.ofFile(path.toString()).isPresent();
    }
}
