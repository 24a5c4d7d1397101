package org.hashwise.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hashwise.advice.Situation;
import org.hashwise.questionnaire.Answer;
import org.hashwise.questionnaire.Answers;
import org.hashwise.rulebook.engine.DroolsEngine;
import org.hashwise.rulebook.engine.RuleEngine;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.language.Locator;
import org.hashwise.rulebook.language.Rule;
import org.hashwise.rulebook.language.RuleParser;
import org.hashwise.rulebook.language.RuleRole;
import org.hashwise.rulebook.language.RulebookContents;
import org.hashwise.rulebook.model.RulebookFiles;

/** The rulebook of {@link SmallRules}, read once, and parts of it for tests. */
public final class SmallRulebookUnderTest {

    private static final String CASES = SmallRules.RULE.replace(".drl", ".cases.yaml");
    private static final Rulebook RULEBOOK = RulebookReader.read(SmallRules.edition(100));

    private SmallRulebookUnderTest() {}

    public static RulebookContents contents() {
        return RULEBOOK.contents();
    }

    public static RuleEngine engine() {
        return RULEBOOK.engine();
    }

    /** The same rulebook with more cases of its only rule. */
    public static Rulebook withCases(String yaml) {
        RulebookFiles files = SmallRules.edition(100);
        String cases = files.text(CASES) + yaml;
        return RulebookReader.read(files.with(CASES, cases.getBytes(StandardCharsets.UTF_8)));
    }

    /** A company with these answers. */
    public static Situation company(Map<String, Answer> answers) {
        return RULEBOOK.situation(Answers.of(answers), SmallRules.MARKET_DAY).orElseThrow();
    }

    /** A rule as it stands in a file. */
    public static Rule rule(String id, String conditions, String consequences) {
        String text = "rule \"" + id + " a sample\"\nwhen\n" + conditions + "\nthen\n" + consequences + "\nend\n";
        return RuleParser.parse(Locator.in("sample.drl"), text, new Problems())
                .rules()
                .get(0);
    }

    /** Rules of the policy in an engine with the decision of the small rulebook. */
    public static DroolsEngine compiled(Rule... policy) {
        return DroolsEngine.of(contents().with(RuleRole.POLICY, List.of(policy)));
    }
}
