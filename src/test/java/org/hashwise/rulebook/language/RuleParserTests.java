package org.hashwise.rulebook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hashwise.questionnaire.Text;
import org.hashwise.rulebook.files.Problems;
import org.hashwise.rulebook.model.RulebookProblem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTests {

    private static final String RULE = """
            rule "POWER-01 a large site"
                @titleFr( "un grand site" )
                @en( "Large." )
                @fr( "Grand." )
                @source( "judgement" )
            when
                Power( largestSiteMw >= 100 )
            then
                support( AI_HOSTING, STRONG );
                plan( AI_HOSTING );
            end
            """;

    private final Problems problems = new Problems();

    @Test
    void aRuleHasAnIdASentenceAndTexts() {
        Rule rule = SampleRule.parse(RULE, problems).get(0);

        assertThat(rule.id()).isEqualTo("POWER-01");
        assertThat(rule.title().en()).isEqualTo("a large site");
        assertThat(rule.title().fr()).isEqualTo("un grand site");
        assertThat(rule.text().fr()).isEqualTo("Grand.");
        assertThat(rule.source()).isEqualTo(Text.same("judgement"));
        assertThat(rule.position().line()).isEqualTo(1);
    }

    @Test
    void consequencesKeepTheirArguments() {
        List<Consequence> consequences = SampleRule.parse(RULE, problems).get(0).consequences();

        assertThat(consequences).map(Consequence::name).containsExactly("support", "plan");
        assertThat(consequences.get(0).arguments())
                .map(Consequence.Argument::text)
                .containsExactly("AI_HOSTING", "STRONG");
    }

    @Test
    void theNameOfAScheduleMayHaveHyphens() {
        Rule rule = SampleRule.when("Jurisdiction( code == \"US-NY\" )", "pendingTax( NY-S8518 );");

        assertThat(rule.consequences().get(0).arguments().get(0).text()).isEqualTo("NY-S8518");
    }

    @Test
    void aMistakeSpoilsItsOwnRuleOnly() {
        String broken = RULE.replace("POWER-01", "POWER-02").replace("Power(", "Power[");

        List<Rule> rules = SampleRule.parse(broken + RULE, problems);

        assertThat(rules).map(Rule::id).containsExactly("POWER-01");
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Code.RULE_SYNTAX);
            assertThat(problem.rule()).isEqualTo("POWER-02");
            assertThat(problem.line()).isEqualTo(7);
        });
    }

    @Test
    void metadataStandsOnce() {
        SampleRule.parse(RULE.replace("@fr(", "@en("), problems);

        assertThat(problems.all())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(Code.DUPLICATE_KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule \"POWER-01 a\" when then end trailing",
                "import java.util.List;",
                "rule \"POWER-01 a\" when Power( energizedMw.class == 1 ) then end",
                "rule \"POWER-01 a\" when Power( f() ) then end",
                "rule \"POWER-01 a\" when then System.exit( 0 ); end",
                "rule \"POWER-01 a\" salience 10 when then end"
            })
    void whatTheGrammarHasNoWordForIsAProblem(String text) {
        SampleRule.parse(text, problems);

        assertThat(problems.hasErrors()).isTrue();
    }
}
