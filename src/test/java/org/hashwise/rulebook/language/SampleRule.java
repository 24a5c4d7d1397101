package org.hashwise.rulebook.language;

import java.util.List;
import java.util.Map;
import org.hashwise.rulebook.files.Problems;

/** Rules from the lines between {@code when} and {@code then}. */
public final class SampleRule {

    /** Conditions that use each construct of the language. */
    public static final List<String> CONSTRUCTS = List.of(
            "Power( largestSiteMw == 100 )",
            "Power( largestSiteMw != 100 )",
            "Power( 100 < largestSiteMw )",
            "Power( largestSiteMw <= Thresholds.largeSiteMw, energizedMw >= 0 )",
            "Power( energizedMw + pipelineMw * 2 - 1 > largestSiteMw / 3 )",
            "Power( energizedMw / pipelineMw > 1 )", // may be infinite, or no number at all
            "Power( !( energizedMw / pipelineMw <= 1 ) )",
            "Power( energizedMw > -5 && ( pipelineMw > 10 || pipelineMw == 0 ) )",
            "Power( contract in (\"FIXED\", \"HEDGED\") )",
            "Power( contract not in (\"FIXED\", \"HEDGED\") )",
            "Power( contract != \"FIXED\" )",
            "not Power( energizedMw > 10, pipelineMw > 10 )",
            "exists Power( energizedMw > 10 )",
            "( Power( energizedMw > 10 ) or ( Hosting( contractedMw > 10 ) and not Power( pipelineMw > 10 ) ) )",
            "( Power( $a : energizedMw, pipelineMw > 10 ) and Hosting( contractedMw > $a ) )",
            "Power( $a : energizedMw, $a > 10 )\nHosting( contractedMw > $a + 1 )",
            "Evidence( $s : strategy, points > 1 )\nnot Gate( blocks == $s )",
            "Standing( viable, score > 0 )",
            "Standing( viable == false )",
            "accumulate( Evidence( $p : points ); $sum : sum( $p ), $n : count(); $sum > $n )",
            "accumulate( Evidence( $p : points ); $most : max( $p ), $least : min( $p ); $most + $least >= 0 )",
            "accumulate( Evidence( strength > 3, $p : points ); $sum : sum( $p ); $sum == 0 )",
            "accumulate( Evidence( strength > 3 ); $n : count(); $n == 0 )",
            "accumulate( Evidence( strength > 3, $p : points ); $most : max( $p ); $most < 1 )",
            "accumulate( Evidence( strength > 3, $p : points ); $least : min( $p ); $least > 1 )",
            "Power( $mw : energizedMw )\naccumulate( Evidence( $p : points ); $sum : sum( $p ); $mw > 10 )");

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
