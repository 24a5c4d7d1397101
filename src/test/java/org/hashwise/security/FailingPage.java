package org.hashwise.security;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Fails on what was entered and repeats it, as libraries do. */
@TestComponent
@Controller
class FailingPage {

    @ResponseBody
    @PostMapping({"/failing", "/api/failing"})
    String fail(@RequestParam String entered) {
        throw new IllegalStateException("Cannot work with " + entered, new NumberFormatException(entered));
    }
}
