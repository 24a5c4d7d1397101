package org.hashwise.web;

import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.hashwise.memo.MemoTemplates;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.UrlTemplateResolver;

/** The templates of memos from the folder of the pages, without a Spring context. */
public final class PageMemoTemplates implements MemoTemplates {

    private static final String CLASS_PATH = ResourceLoader.CLASSPATH_URL_PREFIX + "/";

    @Override
    public Parts parts(Consultation consultation, Wording wording, Environment settings) {
        TemplateFolder folder = TemplateFolder.of(settings);
        TypesetMessages messages = TypesetMessages.of(folder);
        ResourceLoader resources = new DefaultResourceLoader(PageMemoTemplates.class.getClassLoader());
        messages.setResourceLoader(resources);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(messages);
        engine.setTemplateResolver(resolver(folder.location()));
        return new Parts(
                engine,
                new PageTexts(consultation, wording, messages),
                name -> resources
                        .getResource(folder.location() + "memo/" + name)
                        .getInputStream());
    }

    private static AbstractConfigurableTemplateResolver resolver(String location) {
        boolean packaged = location.startsWith(CLASS_PATH);
        AbstractConfigurableTemplateResolver resolver = packaged
                ? new ClassLoaderTemplateResolver(PageMemoTemplates.class.getClassLoader())
                : new UrlTemplateResolver();
        resolver.setPrefix(packaged ? location.substring(CLASS_PATH.length()) : location);
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
