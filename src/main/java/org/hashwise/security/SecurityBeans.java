package org.hashwise.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.hashwise.account.AccountRepository;
import org.hashwise.account.Role;
import org.hashwise.account.Secrets;
import org.hashwise.consultation.AnalysisLimiter;
import org.hashwise.consultation.Caller;
import org.hashwise.consultation.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.ITemplateEngine;
import tools.jackson.databind.json.JsonMapper;

/** The beans that the security filters share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({RequestLimits.class, OidcRoles.class})
class SecurityBeans {

    /** The check for an account, before anything that takes seconds at start. */
    @Bean
    static BeanFactoryPostProcessor requireAccount(Environment environment) {
        return factory -> NoAccountConfigured.check(environment);
    }

    @Bean
    AccessPolicy policy(Environment environment) {
        return AccessPolicy.of(environment);
    }

    @Bean
    AccountRepository accounts(Environment environment) {
        return new AccountRepository(AccessPolicy.folder(environment));
    }

    @Bean
    FirstAccount firstAccount(AccountRepository accounts) {
        return new FirstAccount(accounts);
    }

    /** The caller, who may read the rulebook here exactly if {@code /api/v1/rulebook} is open to them. */
    @Bean
    Caller caller(AccessPolicy policy) {
        return new Caller(CurrentCaller::name, () -> {
            Authentication caller = SecurityContextHolder.getContext().getAuthentication();
            return policy.isOpenTo(AnalysisCaller.request())
                    || (caller != null && AccountUserDetails.hasOneOf(caller, Role.ANALYST));
        });
    }

    @Bean
    RejectionHandler rejections(Wording wording, JsonMapper json) {
        return new RejectionHandler(wording, json);
    }

    /** Before all other filters, which read the body. */
    @Bean
    FilterRegistrationBean<RequestBodyFilter> requestBodies(
            AccessPolicy policy, RequestLimits limits, ObjectProvider<RejectionHandler> rejections) {
        FilterRegistrationBean<RequestBodyFilter> bean =
                new FilterRegistrationBean<>(new RequestBodyFilter(policy, limits, rejections));
        bean.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        bean.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return bean;
    }

    @Bean
    ConnectionTable connectionTable(AccessPolicy policy, RequestLimits limits) {
        return new ConnectionTable(policy, limits);
    }

    @Bean
    TomcatCustomization tomcatCustomization(ConnectionTable connections, RequestLimits limits) {
        return new TomcatCustomization(connections, limits);
    }

    /** Last, so that it reports before the valve of the framework, which wraps it. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemReports(
            ObjectProvider<RejectionHandler> rejections, ObjectProvider<ITemplateEngine> templates) {
        return factory -> factory.addContextCustomizers(context -> context.getParent()
                .getPipeline()
                .addValve(new ProblemReportValve(rejections, templates, context.getPath())));
    }

    @Bean
    LoginThrottle throttle(Clock clock) {
        return new LoginThrottle(clock);
    }

    /** One for pages and API together: they share the machine. */
    @Bean
    Bulkhead analysisPlaces(RequestLimits limits) {
        return new Bulkhead(limits.analyses(), limits.analysesPerCaller(), limits.waiting(), limits.patience());
    }

    @Bean
    AnalysisLimiter analysisLimiter(Bulkhead bulkhead, RequestLimits limits, AccessPolicy policy) {
        return new CallerAnalysisLimiter(bulkhead, limits, new AnalysisCaller(policy));
    }

    /** Takes the same time for a name that does not exist as for a wrong password. Keys are no passwords. */
    @Bean
    AuthenticationManager people(AccountRepository accounts) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(name -> accounts.current()
                .named(name)
                .filter(account -> account.role() != Role.CLIENT)
                .map(AccountUserDetails::new)
                .orElseThrow(() -> new UsernameNotFoundException("")));
        provider.setPasswordEncoder(Secrets.encoder());
        return new ProviderManager(provider);
    }

    @Bean
    RequestRejectedHandler oddAddresses(RejectionHandler rejections) {
        return (request, response, odd) -> rejections.reject(
                List.of(HttpMethod.values()).contains(HttpMethod.valueOf(request.getMethod()))
                        ? Rejection.ADDRESS
                        : Rejection.METHOD,
                request,
                response);
    }

    /** No observations of single filters, as each costs time. */
    @Bean
    static SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer accountModelAdvice() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccountModelAdvice());
            }
        };
    }
}
