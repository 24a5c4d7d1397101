package org.hashwise.web;

import java.nio.file.Path;
import java.time.Duration;
import org.hashwise.consultation.Consultation;
import org.hashwise.consultation.Wording;
import org.hashwise.files.DataFolder;
import org.hashwise.text.PageTexts;
import org.hashwise.text.TemplateFolder;
import org.hashwise.text.TypesetMessages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

/** Configuration of the templates, which come with their words from one {@link TemplateFolder}. */
@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    TemplateFolder templateFolder(Environment environment) {
        return TemplateFolder.of(environment);
    }

    /** Replaces the one of Spring Boot by its name. */
    @Bean
    SpringResourceTemplateResolver defaultTemplateResolver(TemplateFolder folder) {
        SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix(folder.location());
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(!folder.editable());
        return resolver;
    }

    @Bean
    MessageSource messageSource(TemplateFolder folder) {
        return TypesetMessages.of(folder);
    }

    @Bean
    PageTexts pageTexts(Consultation consultation, Wording wording, MessageSource messages) {
        return new PageTexts(consultation, wording, messages);
    }

    @Bean
    PageModelInterceptor pageModelInterceptor(PageTexts pageTexts, Consultation consultation) {
        return new PageModelInterceptor(pageTexts, consultation);
    }

    @Bean
    FormHandler formHandler(Consultation consultation, PageTexts pageTexts) {
        return new FormHandler(consultation, pageTexts);
    }

    @Bean
    WorkspaceFiles workspaceFiles(
            @Value(DataFolder.SETTING) Path data, @Value("${server.servlet.session.timeout:8h}") Duration lasting) {
        return new WorkspaceFiles(data, lasting);
    }

    @Bean
    static BeanPostProcessor consultationLinks() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof TemplateEngine engine) {
                    engine.setLinkBuilder(new ConsultationLinks());
                }
                return bean;
            }
        };
    }
}
