package org.hashwise.memo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * A test of a memo of its own, which takes seconds, in both languages: its first parameter. Only the long tests run both; the others
 * run one, English and French taking turns from test to test.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OneLanguage.Turns.class)
@interface OneLanguage {

    /** Skips the language whose turn it is not. */
    class Turns implements InvocationInterceptor {

        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
                throws Throwable {
            Object language = call.getArguments().get(0);
            boolean english = call.getExecutable().getName().length() % 2 == 0;
            if (!Boolean.getBoolean("hashwise.thorough") && !language.equals(english ? "en" : "fr")) {
                throw new TestAbortedException("Left to the long tests");
            }
            invocation.proceed();
        }
    }
}
