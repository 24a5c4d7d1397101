package org.hashwise.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.consultation.Wording;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;

/** The API alone, on a small rulebook. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest({AdviceApi.class, QuestionsApi.class, ReceiptsApi.class, RulebookApi.class})
@Import({
    ApiFailures.class,
    ProblemNegotiation.class,
    JsonFormat.class,
    Wording.class,
    SmallRulesSlice.class,
    ApiContractFilter.class
})
@interface ApiSlice {}
