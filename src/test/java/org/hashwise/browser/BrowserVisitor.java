package org.hashwise.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user with a browser context of its own. Closing it fails if a script, a request or the console reported an error. */
final class BrowserVisitor implements AutoCloseable {

    /** The addresses of the fonts that the pages bring along. */
    static final Pattern FONTS = Pattern.compile(".*/assets/fonts/.*");

    // Pages with status 404 and 422 are meant; the browser complains of them all the same.
    private static final String STATUS = "Failed to load resource: the server responded with a status of 4";
    private static final String WIDER_THAN_THE_WINDOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final BrowserContext context;
    private final BrowserSettings setting;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private String next = "/";
    private String token = "";

    BrowserVisitor(BrowserContext context, BrowserSettings setting, double patience) {
        this.context = context;
        this.setting = setting;
        context.setDefaultTimeout(patience);
        this.page = context.newPage();
        page.onConsoleMessage(this::onConsoleMessage);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(this::onRequest);
        page.onRequestFinished(requests::add);
        page.onRequestFailed(this::onRequestFailed);
    }

    private void onRequestFailed(Request request) {
        if (!isBlocked(request.url())) {
            complaints.add("failed: " + request.url() + " " + request.failure());
        }
    }

    private boolean isBlocked(String url) {
        return !setting.ownFont() && FONTS.matcher(url).matches();
    }

    private void onConsoleMessage(ConsoleMessage message) {
        boolean serious = message.type().equals("error") || message.type().equals("warning");
        String place = message.location().replaceFirst(":\\d+:\\d+$", "");
        // A slow machine draws the page some seconds after its resources came.
        boolean late = message.text().contains("was preloaded using link preload but not used within a few seconds");
        if (serious && !late && !message.text().startsWith(STATUS) && !isBlocked(place)) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    private void onRequest(Request request) {
        if (!"127.0.0.1".equals(URI.create(request.url()).getHost())) {
            complaints.add("elsewhere: " + request.url());
        }
    }

    /** Requests with a forwarding header, which count as those of another machine. */
    BrowserVisitor fromElsewhere() {
        page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "203.0.113.7"));
        return this;
    }

    Page page() {
        return page;
    }

    BrowserSettings setting() {
        return setting;
    }

    /** All finished requests. */
    List<Request> requests() {
        return requests;
    }

    BrowserVisitor open(String path) {
        page.navigate(path);
        return this;
    }

    /** Sends a form, names and values in turn, without reading the page that follows. */
    BrowserVisitor send(String path, String... fields) {
        FormData form = FormData.create().set("_csrf", token());
        for (int field = 0; field < fields.length; field += 2) {
            form.set(fields[field], fields[field + 1]);
        }
        next = context.request()
                .post(
                        path,
                        RequestOptions.create()
                                .setForm(form)
                                .setHeader("Accept-Language", setting.language())
                                .setMaxRedirects(0))
                .headers()
                .getOrDefault("location", "/");
        return this;
    }

    /** The CSRF token of the session. */
    private String token() {
        if (token.isEmpty()) {
            Matcher hidden = TOKEN.matcher(context.request().get("/login").text());
            token = hidden.find() ? hidden.group(1) : "";
        }
        return token;
    }

    /** Reads the page that follows what was sent. */
    BrowserVisitor openNext() {
        return open(next);
    }

    String text(String key, Object... arguments) {
        return ExpectedTexts.in(setting.language()).text(key, arguments);
    }

    String number(double number) {
        return ExpectedTexts.in(setting.language()).number(number);
    }

    Locator button(String key, Object... arguments) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(text(key, arguments))
                                .setExact(true))
                .first();
    }

    Locator link(String key, Object... arguments) {
        return page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(text(key, arguments))
                                .setExact(true))
                .first();
    }

    /** Presses a button that leads to another page, or to the same one anew. */
    BrowserVisitor press(String key, Object... arguments) {
        return go(button(key, arguments));
    }

    BrowserVisitor follow(String key, Object... arguments) {
        return go(link(key, arguments));
    }

    BrowserVisitor go(Locator control) {
        return navigate(control::click);
    }

    /** Does what leads to another page, or to the same one anew, and waits for that. */
    BrowserVisitor navigate(Runnable doing) {
        AtomicBoolean arrived = new AtomicBoolean();
        Consumer<Frame> listener = frame -> arrived.compareAndSet(false, frame.equals(page.mainFrame()));
        page.onFrameNavigated(listener);
        try {
            doing.run();
            page.waitForCondition(arrived::get);
        } finally {
            page.offFrameNavigated(listener);
        }
        page.waitForLoadState();
        return this;
    }

    /** The field of a question. */
    Locator field(String id) {
        return page.locator("[id='" + id + "']");
    }

    BrowserVisitor type(String id, String text) {
        field(id).fill(text);
        return this;
    }

    /** Picks an answer from a list of them. */
    BrowserVisitor pick(String id, String value) {
        page.locator("input[type=radio][name='" + id + "'][value='" + value + "']")
                .check();
        return this;
    }

    BrowserVisitor sees(String key, Object... arguments) {
        assertThat(page.locator("main")).containsText(text(key, arguments).strip());
        return this;
    }

    BrowserVisitor isAt(String path) {
        page.waitForURL(address ->
                address.replaceFirst("http://[^/]*", "").replaceFirst("#.*", "").equals(path));
        return this;
    }

    /** Nothing has to be scrolled sideways. */
    BrowserVisitor fits() {
        assertThat(((Number) page.evaluate(WIDER_THAN_THE_WINDOW)).intValue())
                .as("wider than the window: " + page.url())
                .isLessThanOrEqualTo(0);
        return this;
    }

    List<String> complaints() {
        return complaints;
    }

    void leave() {
        context.close();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("behind the page").isEmpty();
    }
}
