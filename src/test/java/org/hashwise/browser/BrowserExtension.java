package org.hashwise.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Supplies the one fixture that all tests of a virtual machine share when the first of them asks, and closes it after the last. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final Path TOLD = Path.of("target", "builds-without-browser");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.installed()
                .map(browser -> ConditionEvaluationResult.enabled("Chromium is " + browser))
                .orElseGet(BrowserExtension::withoutBrowser);
    }

    /** Without a browser the tests are skipped with one line, unless one is required. */
    private static ConditionEvaluationResult withoutBrowser() {
        if (Chromium.isRequired()) {
            throw new IllegalStateException(Chromium.HOW_TO_GET_IT);
        }
        if (isFirst()) {
            System.out.println("[WARNING] " + Chromium.HOW_TO_GET_IT);
        }
        return ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET_IT);
    }

    /** Once in a build, whichever of its virtual machines for tests asks first. */
    private static boolean isFirst() {
        String build = System.getProperty(
                "hashwise.build", Long.toString(ProcessHandle.current().pid()));
        try {
            Files.createDirectories(TOLD);
            Files.createFile(TOLD.resolve(build.replace(':', '-')));
            return true;
        } catch (FileAlreadyExistsException told) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserFixture.class;
    }

    @Override
    public BrowserFixture resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(
                        ExtensionContext.StoreScope.LAUNCHER_SESSION,
                        ExtensionContext.Namespace.create(BrowserFixture.class))
                .computeIfAbsent(BrowserFixture.class, key -> BrowserFixture.open(), BrowserFixture.class);
    }
}
