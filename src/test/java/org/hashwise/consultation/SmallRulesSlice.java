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
import org.hashwise.rulebook.CompiledRulebookCache;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.rulebook.SmallRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** The consultation below a slice of the program, by small rules that every slice shares. */
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
    ActiveRulebook rulebooks() {
        return RULEBOOKS;
    }

    @Bean
    @Fallback // where a test says what is advised
    Consultation smallConsultation(SomeDay day) {
        return new Consultation(RULEBOOKS, day.clock());
    }

    @Bean
    @Fallback
    Analyses smallAnalyses() {
        return new Analyses(RULEBOOKS);
    }

    @Bean
    @Fallback
    Projections smallProjections() {
        return new Projections(RULEBOOKS);
    }

    @Bean
    EditionRepository editionRepository(ObjectProvider<Editions> archive) {
        List<EditionSource> sources = new ArrayList<>();
        archive.ifAvailable(editions -> sources.add(EditionSource.archive(editions::edition)));
        return new EditionRepository(RULEBOOKS, new CompiledRulebookCache(2, 60_000), sources);
    }

    @Bean
    Receipts receipts(
            Consultation consultation,
            Analyses analyses,
            Projections projections,
            EditionRepository editions,
            ObjectProvider<Editions> archive) {
        return new Receipts(RULEBOOKS, consultation, analyses, projections, new Verifier(editions), archive);
    }

    @Bean
    Replays replays(EditionRepository editions) {
        return new Replays(RULEBOOKS, editions, SmallReceipts.CLOCK);
    }

    @Bean
    Attributions attributions(EditionRepository editions) {
        return new Attributions(RULEBOOKS, editions);
    }
}
