package org.hashwise.memo;

import org.hashwise.text.TemplateFolder;
import org.hashwise.text.TypesetMessages;
import org.springframework.core.io.ResourceLoader;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.UrlTemplateResolver;

/** The template engine of memos for programs without a Spring context. */
final class MemoTemplates {

    private static final String CLASS_PATH = ResourceLoader.CLASSPATH_URL_PREFIX + "/";

    private MemoTemplates() {}

    static ITemplateEngine engine(TemplateFolder folder, TypesetMessages messages) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.setTemplateResolver(resolver(folder.location()));
        return engine;
    }

    private static AbstractConfigurableTemplateResolver resolver(String location) {
        boolean packaged = location.startsWith(CLASS_PATH);
        AbstractConfigurableTemplateResolver resolver = packaged
                ? new ClassLoaderTemplateResolver(MemoTemplates.class.getClassLoader())
                : new UrlTemplateResolver();
        resolver.setPrefix(packaged ? location.substring(CLASS_PATH.length()) : location);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
