package org.hashwise.api;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/** The parts that describe the API are made when somebody asks for the description, and not with every start. */
@Component
final class LazyOpenApi implements BeanFactoryPostProcessor {

    private static final String DESCRIBER = "org.springdoc.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        for (String name : beans.getBeanDefinitionNames()) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (isOfDescriber(definition.getBeanClassName()) || isOfDescriber(definition.getFactoryBeanName())) {
                definition.setLazyInit(true);
            }
        }
    }

    private static boolean isOfDescriber(@Nullable String name) {
        return name != null && name.startsWith(DESCRIBER);
    }
}
