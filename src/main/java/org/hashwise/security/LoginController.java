package org.hashwise.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hashwise.account.Account;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The login page: with a name and a password, or by an identity provider. */
@Controller
class LoginController {

    static final String PATH = "/login";
    static final String NAME = "name";
    static final String PASSWORD = "password";
    static final String FAILED = "failed";

    private final List<Provider> providers;

    /** An identity provider (OpenID Connect). */
    record Provider(String id, String name) {}

    LoginController(ObjectProvider<ClientRegistrationRepository> registrations) {
        providers = registrations.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(all -> StreamSupport.stream(((Iterable<?>) all).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .map(each -> new Provider(each.getRegistrationId(), each.getClientName()))
                .toList();
    }

    static String name(HttpServletRequest request) {
        String name = request.getParameter(NAME);
        return name == null ? "" : Account.normalized(name);
    }

    @GetMapping(PATH)
    ModelAndView login(HttpServletRequest request) {
        ModelAndView page = new ModelAndView("pages/login");
        page.addObject("providers", providers);
        // The same address takes the form, so only the address says that it failed.
        page.addObject(FAILED, FAILED.equals(request.getQueryString()));
        return page;
    }
}
