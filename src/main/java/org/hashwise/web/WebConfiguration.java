package org.hashwise.web;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What stands around every page: its language, its frame, and the assets, the only files that are served as they are. */
@Configuration(proxyBeanMethods = false)
@Import(TemplateConfiguration.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final TemplateFolder folder;
    private final PageFrame frame;

    WebConfiguration(TemplateFolder folder, PageFrame frame) {
        this.folder = folder;
        this.frame = frame;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new ReaderLanguage();
    }

    /** Gives links to assets the version of their content, which is why browsers may keep them for good. */
    @Bean
    static ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(frame)
                .excludePathPatterns("/assets/**", "/api/**", "/actuator/**", "/v3/**", "/swagger-ui/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(folder.location() + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .resourceChain(!folder.editable())
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
