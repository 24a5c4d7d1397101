package org.hashwise.security;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The routes of the controllers, and those that filters add. */
final class RouteList {

    private static final Set<String> OF_FILTERS = Set.of(
            "POST /login",
            "POST /logout",
            "GET /oauth2/authorization/{registration}",
            "GET /login/oauth2/code/{registration}");

    private RouteList() {}

    static Set<String> of(ApplicationContext context) {
        Set<String> routes = new TreeSet<>(OF_FILTERS);
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
                    if (handler.getBeanType() == FailingPage.class) {
                        return;
                    }
                    var methods = info.getMethodsCondition().getMethods();
                    for (String path : info.getPatternValues()) {
                        String named = path.replaceAll("\\{(\\w+):[^/]*}", "{$1}"); // without what the variable may be
                        if (methods.isEmpty()) {
                            routes.add("ANY " + named);
                        }
                        methods.forEach(method -> routes.add(method + " " + named));
                    }
                }));
        context.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMap().keySet().forEach(path -> routes.add("GET " + path)));
        return routes;
    }
}
