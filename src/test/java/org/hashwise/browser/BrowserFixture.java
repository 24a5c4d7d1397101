package org.hashwise.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hashwise.Hashwise;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.Role;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Fixture of one server and one browser that all tests share, as starting them takes longer than most tests. */
final class BrowserFixture implements AutoCloseable {

    /** Where a download would end; it must stay away. */
    static final Path NO_BROWSERS = Path.of("target", "no-downloaded-browsers");

    /** The name of an account with the role of a reader. */
    static final String READER = "rita";

    // Long enough for a busy machine.
    private static final double PATIENCE_MILLIS = 30_000;

    private final ConfigurableApplicationContext server;
    private final Playwright playwright;
    private final Browser browser;
    private final String password;

    private BrowserFixture(
            ConfigurableApplicationContext server, Playwright playwright, Browser browser, String password) {
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
        this.password = password;
    }

    static BrowserFixture open() {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_BROWSERS_PATH",
                        NO_BROWSERS.toAbsolutePath().toString())));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.installed().orElseThrow())
                        .setArgs(Chromium.ARGUMENTS)
                        .setEnv(InstalledFonts.environment())
                        .setTimeout(PATIENCE_MILLIS));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Path data = folder();
        String password = new AccountRepository(data)
                .add(READER, Role.READER)
                .orElseThrow()
                .secret();
        var server = SpringApplication.run(
                Hashwise.class, "--server.port=0", "--hashwise.warm-up=false", "--hashwise.data=" + data);
        return new BrowserFixture(server, playwright, browser, password);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("fixture");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String password() {
        return password;
    }

    /** A visitor without cookies. */
    BrowserVisitor visitor(BrowserSettings setting) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address())
                .setJavaScriptEnabled(setting.scripts())
                .setViewportSize(setting.width(), BrowserSettings.HEIGHT)
                .setColorScheme(setting.scheme())
                .setLocale(setting.language()));
        if (!setting.ownFont()) {
            context.route(BrowserVisitor.FONTS, Route::abort);
        }
        return new BrowserVisitor(context, setting, PATIENCE_MILLIS);
    }

    private String address() {
        int port = ((WebServerApplicationContext) server).getWebServer().getPort();
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
