package org.hashwise.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hashwise.rulebook.content.PolicyReader;
import org.hashwise.rulebook.content.RuleCasesReader;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.FactSchema;
import org.hashwise.rulebook.language.Locator;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleChecker;
import org.hashwise.rulebook.language.RuleParser;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.RuleCase;
import org.hashwise.rulebook.model.RulebookFiles;
import org.hashwise.rulebook.model.RulebookProblem;
import org.hashwise.rulebook.testing.CaseRunner;
import org.junit.jupiter.api.Test;

/**
 * Every edit of one character in every identifier of the shipped policy files is caught. A rule, row or case is checked
 * alone, which takes a tenth of a millisecond; the few edits that say something possible go through the whole check. The
 * usual build tries one edit of 48, the long one all.
 */
class SingleCharacterEditTests {

    private static final int ONE_OF = Boolean.getBoolean("hashwise.thorough") ? 1 : 48;

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \".*?^end$");
    private static final Pattern CASE = Pattern.compile("(?ms)^- case:.*?(?=^- case:|\\z)");

    /** Keys, ids and values, but not the sentence. */
    private static final String IN_CASES = "[A-Za-z][A-Za-z0-9_.-]*";

    private static final RulebookContents CONTENTS = ShippedRules.contents();
    private static final FactSchema VOCABULARY = new FactSchema(CONTENTS.questionnaire());
    private static final Set<String> IDS =
            CONTENTS.rules().stream().map(Rule::id).collect(Collectors.toSet());
    private static final List<RulebookProblem> BEFORE = SampleRules.check(ShippedRules.files());

    private final Queue<String> silent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger edits = new AtomicInteger();
    private final AtomicInteger thorough = new AtomicInteger();
    private final AtomicInteger stillTrue = new AtomicInteger();

    @Test
    void everyEditInARuleIsCaught() {
        ShippedRules.files().paths("policy", ".drl").parallelStream().forEach(file -> {
            String text = ShippedRules.files().text(file);
            RuleRole role = role(file);
            chunks(RULE, text).forEach(chunk -> {
                String rule = text.substring(chunk.start(), chunk.end());
                String id = rule.substring(6, rule.indexOf(' ', 6));
                edit(file, text, chunk, spansInRule(rule), edited -> isCaught(edited, id, role));
            });
        });
        assertNothingIsSilent(50_000);
    }

    private static RuleRole role(String file) {
        if (file.startsWith("policy/plausibility/")) {
            return RuleRole.PLAUSIBILITY;
        }
        return file.startsWith("policy/recommendation/") ? RuleRole.DECISION : RuleRole.POLICY;
    }

    @Test
    void everyEditInATableIsCaught() {
        for (String file : ShippedRules.files().paths("policy", ".csv")) {
            String text = ShippedRules.files().text(file);
            String[] lines = text.split("\n");
            int header = offset(lines, 5);
            String pieces = "\\$?[A-Za-z]+";
            edit(
                    file,
                    text,
                    new SingleCharacterEdits.Span(offset(lines, 2), header),
                    SingleCharacterEdits.spans(text.substring(offset(lines, 2), header), pieces),
                    edited -> isCaught(
                            file,
                            text.substring(0, offset(lines, 2)) + edited + lines[5] + "\n" + lines[6] + "\n"
                                    + lines[7]));
            for (int row = 6; row < lines.length; row++) {
                SingleCharacterEdits.Span span =
                        new SingleCharacterEdits.Span(offset(lines, row), offset(lines, row) + lines[row].length());
                edit(
                        file,
                        text,
                        span,
                        SingleCharacterEdits.spans(lines[row], "(?<=^\")[A-Z-]+|(?<=\")[A-Z0-9_-]{2,}(?=\")"),
                        edited -> isCaught(file, text.substring(0, header) + "\"\"\n" + edited));
            }
        }
        assertNothingIsSilent(3_000);
    }

    @Test
    void everyEditInACaseIsCaught() {
        ShippedRules.files().paths("policy", ".cases.yaml").parallelStream().forEach(file -> {
            String text = ShippedRules.files().text(file);
            chunks(CASE, text).forEach(chunk -> {
                String example = text.substring(chunk.start(), chunk.end());
                List<SingleCharacterEdits.Span> spans = new ArrayList<>(SingleCharacterEdits.spans(example, IN_CASES));
                int sentence = example.indexOf('\n');
                spans.removeIf(
                        span -> (span.start() > 6 && span.start() < sentence) || isComment(example, span.start()));
                edit(file, text, chunk, spans, edited -> isCaught(file, edited));
            });
        });
        assertNothingIsSilent(50_000);
    }

    private void edit(
            String file,
            String text,
            SingleCharacterEdits.Span chunk,
            List<SingleCharacterEdits.Span> spans,
            Predicate<String> isCaught) {
        String whole = text.substring(chunk.start(), chunk.end());
        for (SingleCharacterEdits.Span span : spans) {
            SingleCharacterEdits.each(whole, span, (edited, identifier) -> {
                if (Math.floorMod(edited.hashCode(), ONE_OF) != 0) {
                    return;
                }
                edits.incrementAndGet();
                if (!isCaught.test(edited)) {
                    String changed = text.substring(0, chunk.start()) + edited + text.substring(chunk.end());
                    thorough(file, changed, edited, identifier);
                }
            });
        }
    }

    private void thorough(String file, String text, String edited, String identifier) {
        if (IDS.contains(identifier) || IDS.contains("REG-" + identifier)) {
            // Another rule or place has this name, and what the case says of it may be true as well.
            stillTrue.incrementAndGet();
            return;
        }
        thorough.incrementAndGet();
        RulebookFiles files = ShippedRules.files().with(file, text.getBytes(StandardCharsets.UTF_8));
        List<RulebookProblem> found = new ArrayList<>(SampleRules.check(files));
        found.removeAll(BEFORE);
        if (found.isEmpty()) {
            silent.add(file + ": " + edited);
        }
    }

    private void assertNothingIsSilent(int atLeast) {
        System.out.printf(
                "Edits: %d tried, %d of them by the whole check; %d name another rule, of which the same may be true%n",
                edits.get(), thorough.get(), stillTrue.get());
        assertThat(silent).isEmpty();
        assertThat(stillTrue.get() * 1_000L).isLessThan(edits.get());
        assertThat(edits.get()).isGreaterThan(atLeast / ONE_OF);
    }

    /** True when a rule is refused, or no longer is the rule that the cases name. */
    private static boolean isCaught(String rule, String id, RuleRole role) {
        Problems problems = new Problems();
        List<Rule> rules = RuleParser.parse(Locator.in("x.drl"), rule, problems).rules();
        RuleChecker checker = new RuleChecker(
                VOCABULARY, CONTENTS.parameters().keySet(), CONTENTS.schedules().keySet(), problems);
        rules.forEach(read -> checker.check(read, role));
        return problems.hasErrors() || rules.size() != 1 || !rules.get(0).id().equals(id);
    }

    /** True when a table or cases are refused. */
    private static boolean isCaught(String file, String text) {
        Problems problems = new Problems();
        RulebookFiles files = new RulebookFiles(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
        if (file.endsWith(".csv")) {
            new PolicyReader(
                            VOCABULARY,
                            CONTENTS.parameters().keySet(),
                            CONTENTS.schedules().keySet(),
                            problems)
                    .read(files);
            return problems.all().stream()
                    .anyMatch(problem -> !problem.codeName().equals("missing-file"));
        }
        List<RuleCase> cases = new RuleCasesReader(
                        CONTENTS.questionnaire(),
                        Set.of(),
                        IDS,
                        CONTENTS.parameters(),
                        CONTENTS.markets(),
                        ShippedRules.engine()::jurisdictions,
                        problems)
                .read(files);
        if (problems.all().isEmpty()) {
            cases.forEach(example -> new CaseRunner(ShippedRules.engine()).run(example, problems));
        }
        return !problems.all().isEmpty();
    }

    private static List<SingleCharacterEdits.Span> spansInRule(String rule) {
        List<SingleCharacterEdits.Span> spans = new ArrayList<>();
        int when = rule.indexOf("\nwhen");
        spans.addAll(SingleCharacterEdits.spans(
                rule.substring(0, when), "(?<=^rule \")[A-Z0-9-]+|^rule|(?<=\\{)[A-Za-z.]+(?=})|(?<=    @)[A-Za-z]+"));
        String body = rule.substring(when);
        SingleCharacterEdits.spans(body, "\\$?[A-Za-z]\\w*")
                .forEach(span -> spans.add(new SingleCharacterEdits.Span(span.start() + when, span.end() + when)));
        return spans;
    }

    private static List<SingleCharacterEdits.Span> chunks(Pattern pattern, String text) {
        List<SingleCharacterEdits.Span> chunks = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            chunks.add(new SingleCharacterEdits.Span(matcher.start(), matcher.end()));
        }
        return chunks;
    }

    private static boolean isComment(String text, int at) {
        String line = text.substring(text.lastIndexOf('\n', at) + 1, at);
        return line.contains("#");
    }

    private static int offset(String[] lines, int line) {
        int offset = 0;
        for (int i = 0; i < line; i++) {
            offset += lines[i].length() + 1;
        }
        return offset;
    }
}
