package org.hashwise.web;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages alone, and a visitor who reads English. */
@WebMvcTest(StartController.class)
@Import(PageBeans.class)
abstract class PageSlice {

    @Autowired
    MockMvcTester http;

    @Autowired
    PageConsultation consultation;

    PageVisitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new PageVisitor(http, "en");
    }
}
