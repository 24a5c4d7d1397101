package org.hashwise.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hashwise.advice.Advice;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.model.RulebookFiles;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A rulebook with one policy rule, quick to read: the shipped questions and strategies, one market snapshot, and the
 * files of {@code small-rules}. Its editions differ in a threshold, which the rule's text contains, and in its strength.
 */
public final class SmallRules {

    public static final LocalDate MARKET_DAY = LocalDate.of(2025, 11, 30);

    /** The file that differs, with the rule. */
    public static final String RULE = "policy/power-access/power-access.drl";

    private static final String CASES = "policy/power-access/power-access.cases.yaml";
    private static final String THRESHOLD = "parameters/power-access.yaml";
    private static final String[] STRENGTHS = {"WEAK", "MEDIUM", "STRONG"};
    private static final RulebookFiles BASE = base();

    private SmallRules() {}

    private static RulebookFiles base() {
        Map<String, byte[]> content = new TreeMap<>();
        ShippedRules.files().contentByPath().forEach((path, bytes) -> {
            if (path.startsWith("questions/")
                    || path.startsWith("strategies/")
                    || path.equals("parameters/electricity-taxes.yaml")
                    || path.equals("parameters/analysis.yaml")
                    || path.equals("market/" + MARKET_DAY + ".yaml")) {
                content.put(path, bytes);
            }
        });
        content.putAll(
                RulebookFiles.in(Path.of("src/test/resources/small-rules")).contentByPath());
        return new RulebookFiles(content);
    }

    /** The edition whose rule speaks of this many megawatts, from 2 to 8999. */
    public static RulebookFiles edition(int megawatts) {
        String threshold = BASE.text(THRESHOLD).replace("value: 100", "value: " + megawatts);
        String rule = BASE.text(RULE).replace("STRONG", STRENGTHS[strength(megawatts) - 1]);
        return BASE.with(THRESHOLD, threshold.getBytes(StandardCharsets.UTF_8))
                .with(RULE, rule.getBytes(StandardCharsets.UTF_8));
    }

    /** An edition with one more company in the casebook, which has one site of this size. */
    public static RulebookFiles withCompany(RulebookFiles files, String name, int megawatts, String observed) {
        String company = """
            id: %s-2025-11
            company: Sample
            asOf: 2025-11-30
            quality: A
            story: { en: "A sample.", fr: "Un exemple." }
            answers:
              power.largestSiteMw: { value: %d, source: "judgement: a sample" }
            observed:
              strategy: %s
              date: 2025-11-14
              evidence: { en: "It did.", fr: "Elle l’a fait." }
              source: "judgement: a sample"
            """.formatted(name, megawatts, observed);
        return files.with("casebook/" + name + "-2025-11.yaml", company.getBytes(StandardCharsets.UTF_8));
    }

    /** An edition with one more rule, POWER-02, which excludes hosting for companies without a site of 10 megawatts. */
    public static RulebookFiles withGate(int megawatts) {
        RulebookFiles files = edition(megawatts);
        String rule = """

            rule "POWER-02 a tiny site cannot be let"
                @titleFr( "un site minuscule ne se loue pas" )
                @source( "judgement: a sample" )
                @en( "Tiny below 10 MW." )
                @fr( "Minuscule en dessous de 10 MW." )
            when
                Power( largestSiteMw < 10 )
            then
                block( AI_HOSTING );
            end
            """;
        String cases = files.text(CASES)
                .replace("fires: [POWER-01]", "fires: [POWER-01]\n  silent: [POWER-02]")
                .replace("silent: [POWER-01]", "fires: [POWER-02]\n  silent: [POWER-01]");
        return files.with(RULE, (files.text(RULE) + rule).getBytes(StandardCharsets.UTF_8))
                .with(CASES, cases.getBytes(StandardCharsets.UTF_8));
    }

    /** An edition that says {@code supprt} where the rule says {@code support}. */
    public static RulebookFiles broken(int megawatts) {
        RulebookFiles good = edition(megawatts);
        String rule = good.text(RULE).replace("support(", "supprt(");
        return good.with(RULE, rule.getBytes(StandardCharsets.UTF_8));
    }

    /** An edition whose test case expects what its rule does not do, as one whose cases had another meaning when it was in force. */
    public static RulebookFiles withFailingCase(int megawatts) {
        RulebookFiles good = edition(megawatts);
        String cases = good.text(CASES).replace("fires: [POWER-01]", "silent: [POWER-01]");
        return good.with(CASES, cases.getBytes(StandardCharsets.UTF_8));
    }

    /** The strength of the rule in that edition, 1 to 3; the score of hosting is the same number. */
    public static int strength(int megawatts) {
        return megawatts % STRENGTHS.length + 1;
    }

    /** The sentence of the rule in that edition. */
    public static String sentence(int megawatts) {
        return String.format(Locale.ROOT, "Large from %,d MW.", megawatts);
    }

    /** Writes files that differ from what the folder holds. */
    public static void write(RulebookFiles files, Path folder) {
        files.contentByPath().forEach((path, content) -> {
            try {
                Path file = folder.resolve(path);
                if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                    Files.createDirectories(file.getParent());
                    // As good editors save: nobody ever reads half of a file.
                    Path whole = Files.write(Files.createTempFile(folder, ".saving", ""), content);
                    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** A new folder with these files. */
    public static Path folder(RulebookFiles files) {
        Path folder = folder();
        write(files, folder);
        return folder;
    }

    /** A new folder. */
    public static Path folder() {
        try {
            return Files.createTempDirectory("hashwise");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Settings of a server with a store of its own, and with rules of its own that are not watched. */
    public static void register(DynamicPropertyRegistry registry, RulebookFiles files, Path data) {
        Path rules = folder(files);
        registry.add("hashwise.rules", rules::toString);
        registry.add("hashwise.rules-watch", () -> "1h");
        registry.add("hashwise.data", data::toString);
    }

    /** Advice for a company whose largest site has 9000 MW. */
    public static Advice advice(Rulebook rulebook) {
        Answers answers = Answers.of(Map.of("power.largestSiteMw", new Answer.Number(9000)));
        Situation situation = rulebook.situation(answers, MARKET_DAY).orElseThrow();
        return rulebook.advise(situation, Language.EN);
    }
}
