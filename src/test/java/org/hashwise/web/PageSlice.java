package org.hashwise.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.hashwise.consultation.SmallRulesSlice;
import org.hashwise.questionnaire.Language;
import org.hashwise.rulebook.ActiveRulebook;
import org.hashwise.rulebook.PageRules;
import org.hashwise.rulebook.RulebookActivation;
import org.hashwise.text.PageTexts;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The pages alone, on the day of the newest market values, and a visitor who reads English. */
@WebMvcTest(StartController.class)
@Import(PageBeans.class)
abstract class PageSlice {

    static final LocalDate MARKET_DAY = LocalDate.of(2025, 11, 30);
    static final LocalDate EARLIER = LocalDate.of(2024, 6, 30);

    /** The rules of all tests of pages; a test that changes them puts them back. */
    static final ActiveRulebook RULEBOOKS = rulebooks();

    private static ActiveRulebook rulebooks() {
        ActiveRulebook rulebooks = RulebookActivation.of(PageRules.edition());
        // Analyses are quicker with it.
        rulebooks.current().verifyBytecodeBriefly();
        return rulebooks;
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    SmallRulesSlice.SomeDay day;

    PageVisitor visitor;

    @Autowired
    private ITemplateEngine engine;

    @Autowired
    PageTexts pageTexts;

    /** A fragment of the pages as it draws a given model. */
    String drawn(String fragment, Language language, Map<String, Object> model) {
        Context context = new Context(language.locale(), model);
        context.setVariable("texts", pageTexts.in(language));
        return engine.process("fragments/" + fragment, Set.of(fragment), context);
    }

    @BeforeEach
    void arrive() {
        day.is(MARKET_DAY);
        visitor = new PageVisitor(http, "en");
    }
}
