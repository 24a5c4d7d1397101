package org.hashwise.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hashwise.comparison.ComparedRulebook;
import org.hashwise.comparison.RulebookComparison;
import org.hashwise.rulebook.Rulebook;
import org.hashwise.rulebook.RulebookReader;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookRejected;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code compare <before> <after> [--format text|json]}: says what a change of the rules changes. */
final class CompareCommand extends ParsedCommand<CompareArguments> {

    private static final int DONE = 0;
    private static final int REJECTED = 1;

    CompareCommand() {
        super("compare", CompareArguments::new);
    }

    @Override
    public boolean isBrief(List<String> arguments) {
        return true;
    }

    @Override
    String usage() {
        return CompareMessages.of("usage");
    }

    @Override
    int run(CompareArguments arguments, PrintStream out) {
        return compare(
                arguments.before, arguments.after, arguments.format == CompareArguments.ComparisonFormat.JSON, out);
    }

    private static int compare(String before, String after, boolean json, PrintStream out) {
        // Both are read at once; of two that are rejected, the problems of the first are printed.
        CompletableFuture<ComparedRulebook> second = CompletableFuture.supplyAsync(() -> read(after));
        String reading = before;
        try {
            ComparedRulebook first = read(before);
            reading = after;
            RulebookComparison comparison =
                    RulebookComparison.of(first, joined(second), RulebookComparison.COMPANIES, () -> {});
            if (json) {
                out.println(json().writeValueAsString(ComparisonJson.of(comparison)));
            } else {
                new ComparisonText(comparison, out).print();
            }
            return DONE;
        } catch (RulebookRejected rejected) {
            out.println(CompareMessages.of("rejected", reading));
            rejected.problems().forEach(out::println);
            return REJECTED;
        }
    }

    private static ComparedRulebook joined(CompletableFuture<ComparedRulebook> side) {
        try {
            return side.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private static ComparedRulebook read(String folder) {
        Rulebook rules = RulebookReader.interpret(RulebookFiles.in(Path.of(folder)));
        rules.verifyBytecodeBriefly();
        return new ComparedRulebook(folder, rules);
    }

    private static JsonMapper json() {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
    }
}
