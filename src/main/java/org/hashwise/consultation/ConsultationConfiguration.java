package org.hashwise.consultation;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hashwise.assessment.Editions;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.RulebookCache;
import org.hashwise.rulebook.RulesLocation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the consultation: a day, one edition of the rulebook, and those before it. */
@Configuration(proxyBeanMethods = false)
class ConsultationConfiguration {

    /** The only clock: it gives the day of requests that name none. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Past editions for replays and verification; each takes up to seconds to open and some memory to keep. */
    @Bean
    EditionRepository editionRepository(
            ActiveRulebook rulebooks,
            ObjectProvider<Editions> archive,
            @Value("${hashwise.old-editions.open:3}") int open,
            @Value("${hashwise.old-editions.patience:20s}") Duration patience) {
        List<EditionSource> sources = new ArrayList<>(List.of(EditionSource.of(RulesLocation.packaged())));
        archive.ifAvailable(editions -> sources.add(EditionSource.archive(editions::edition)));
        return new EditionRepository(rulebooks, new RulebookCache(open, patience.toMillis()), sources);
    }

    @Bean
    Verifier verifier(EditionRepository editions) {
        return new Verifier(editions);
    }

    @Bean
    OneEditionPerRequest oneEditionPerRequest(ActiveRulebook rulebooks) {
        return new OneEditionPerRequest(rulebooks);
    }
}
