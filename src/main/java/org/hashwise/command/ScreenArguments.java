package org.hashwise.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    /** The file for the result; null for the standard output. */
    @Option(names = "--out")
    @Nullable
    Path out;

    /** The file for refused rows, as they were sent; null when they are not wanted. */
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

    /** Leaves the nearest flip out. */
    @Option(names = "--no-flips")
    boolean noFlips;

    /** Leaves columns out whose header is not understood. */
    @Option(names = "--ignore-unknown")
    boolean ignoreUnknown;

    /** Reports what is in the file, and evaluates nothing. */
    @Option(names = "--check")
    boolean check;

    @Override
    boolean areConsistent() {
        return isKnown(file) && isKnown(out) && isKnown(refused) && !(check && (out != null || refused != null));
    }

    /** A file that is to be written and is named as another one too; null when there is none. */
    @Nullable
    Path namedTwice() {
        List<Path> named = Stream.of(file, common, overlay, out, refused)
                .filter(Objects::nonNull)
                .map(ScreenArguments::real)
                .toList();
        return Stream.of(out, refused)
                .filter(Objects::nonNull)
                .filter(path -> Collections.frequency(named, real(path)) > 1)
                .findFirst()
                .orElse(null);
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** The folder of a file that is to be written, if there is no such folder. */
    @Nullable
    Path missingFolder() {
        return Stream.of(out, refused)
                .filter(Objects::nonNull)
                .map(path -> path.toAbsolutePath().normalize().getParent())
                .filter(folder -> folder != null && !Files.isDirectory(folder))
                .findFirst()
                .orElse(null);
    }

    private static boolean isKnown(@Nullable Path path) {
        return path == null || ScreeningFormat.ofFile(path.toString()).isPresent();
    }
}
