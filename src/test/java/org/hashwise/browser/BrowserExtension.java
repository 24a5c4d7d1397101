package org.hashwise.browser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens the one studio that all tests share when the first of them asks, and closes it after the last. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.installed()
                .map(browser -> ConditionEvaluationResult.enabled("Chromium is " + browser))
                .orElseGet(BrowserExtension::withoutBrowser);
    }

    /** Somebody without a browser still gets through the build; where one is promised, its absence is a failure. */
    private static ConditionEvaluationResult withoutBrowser() {
        if (Chromium.isRequired()) {
            throw new IllegalStateException(Chromium.HOW_TO_GET_IT);
        }
        if (TOLD.compareAndSet(false, true)) {
            System.out.println("[WARNING] " + Chromium.HOW_TO_GET_IT);
        }
        return ConditionEvaluationResult.disabled(Chromium.HOW_TO_GET_IT);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == BrowserFixture.class;
    }

    @Override
    public BrowserFixture resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(BrowserFixture.class))
                .computeIfAbsent(BrowserFixture.class, key -> BrowserFixture.open(), BrowserFixture.class);
    }
}
