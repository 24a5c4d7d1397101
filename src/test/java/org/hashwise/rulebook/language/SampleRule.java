package org.hashwise.rulebook.language;

import java.util.List;
import java.util.Map;
import org.hashwise.rulebook.files.Problems;

/** Rules from the lines between {@code when} and {@code then}. */
public final class SampleRule {

    private SampleRule() {}

    /** A rule {@code POWER-01} with these conditions, which supports hosting. */
    public static Rule when(String conditions) {
        return when(conditions, "support( AI_HOSTING, STRONG );");
    }

    public static Rule when(String conditions, String consequences) {
        Problems problems = new Problems();
        List<Rule> rules = parse(
                "rule \"POWER-01 a sample\"\nwhen\n" + conditions + "\nthen\n" + consequences + "\nend\n", problems);
        if (problems.hasErrors()) {
            throw new IllegalArgumentException(problems.all().toString());
        }
        return rules.get(0);
    }

    static List<Rule> parse(String text, Problems problems) {
        return RuleParser.parse(Locator.in("sample.drl"), text, problems).rules();
    }

    /** The rule as the engine gets it, with one threshold of 100 and consequences by their names. */
    static String printed(Rule rule) {
        return new RulePrinter(Map.of("largeSiteMw", 100.0), consequence -> consequence.name() + "();").print(rule);
    }

    /** The only expression of a pattern {@code Power( … )}. */
    static Expression expression(String text) {
        Condition.Pattern pattern =
                (Condition.Pattern) when("Power( " + text + " )").conditions().get(0);
        return pattern.constraints().get(0);
    }
}
