package org.hashwise.consultation;

import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.assessment.Editions;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.SmallRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** The consultation below a slice of the program, by small rules that every slice shares, or by those of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class SmallRulesSlice {

    /** The rules of 100 megawatts; a test that puts a draft beside them takes it away again. */
    public static final ActiveRulebook RULEBOOKS = RulebookActivation.of(SmallRules.edition(100));

    /** The day of the market, for the tests that need no other. */
    public static Consultation consultation() {
        return new Consultation(RULEBOOKS, SmallReceipts.CLOCK);
    }

    /** The day on which the consultation works; that of the receipts until a test sets another. */
    public static final class SomeDay {
        private InstantSource now = SmallReceipts.CLOCK;

        public void is(LocalDate day) {
            now = InstantSource.fixed(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        }

        public void reset() {
            now = SmallReceipts.CLOCK;
        }

        private Clock clock() {
            InstantSource current = () -> now.instant();
            return current.withZone(ZoneOffset.UTC);
        }
    }

    @Bean
    SomeDay someDay() {
        return new SomeDay();
    }

    @Bean
    @Fallback // where a slice has rules of its own
    ActiveRulebook smallRulebooks() {
        return RULEBOOKS;
    }

    @Bean
    Consultation consultation(ActiveRulebook rulebooks, SomeDay day) {
        return new Consultation(rulebooks, day.clock());
    }

    @Bean
    Analyses analyses(ActiveRulebook rulebooks) {
        return new Analyses(rulebooks);
    }

    @Bean
    Projections projections(ActiveRulebook rulebooks) {
        return new Projections(rulebooks);
    }

    @Bean
    EditionRepository editionRepository(ActiveRulebook rulebooks, ObjectProvider<Editions> archive) {
        List<EditionSource> sources = new ArrayList<>();
        archive.ifAvailable(editions -> sources.add(EditionSource.archive(editions::edition)));
        return new EditionRepository(rulebooks, new RulebookCache(2, 60_000), sources);
    }

    @Bean
    Receipts receipts(
            ActiveRulebook rulebooks,
            Consultation consultation,
            Analyses analyses,
            Projections projections,
            EditionRepository editions,
            ObjectProvider<Editions> archive) {
        return new Receipts(rulebooks, consultation, analyses, projections, new Verifier(editions), archive);
    }

    @Bean
    Replays replays(ActiveRulebook rulebooks, EditionRepository editions) {
        return new Replays(rulebooks, editions, SmallReceipts.CLOCK);
    }

    @Bean
    Attributions attributions(ActiveRulebook rulebooks, EditionRepository editions) {
        return new Attributions(rulebooks, editions);
    }
}
