package org.hashwise.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A form of a page as a browser sends it: what the page has in its fields, until something else is typed. */
final class PageForm {

    private static final Pattern INPUT = Pattern.compile("<input\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)=\"([^\"]*)\"");

    private final String action;
    private final List<String[]> fields = new ArrayList<>();

    /** The form of a page with this address, up to its query. */
    PageForm(String html, String action) {
        Matcher form = Pattern.compile(
                        "<form\\b[^>]*action=\"(" + Pattern.quote(action) + "(?:\\?[^\"]*)?)\"[^>]*>(.*?)</form>",
                        Pattern.DOTALL)
                .matcher(html);
        assertThat(form.find()).as("the page has a form for " + action).isTrue();
        this.action = HtmlUtils.htmlUnescape(form.group(1));
        Matcher input = INPUT.matcher(form.group(2));
        while (input.find()) {
            String name = attribute(input.group(1), "name");
            boolean chosen = !attribute(input.group(1), "type").equals("radio")
                    || input.group(1).contains("checked=");
            if (!name.isEmpty() && chosen) {
                fields.add(new String[] {name, attribute(input.group(1), "value")});
            }
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher each = ATTRIBUTE.matcher(attributes);
        while (each.find()) {
            if (each.group(1).equals(name)) {
                return HtmlUtils.htmlUnescape(each.group(2));
            }
        }
        return "";
    }

    /** Types into a field, or presses a button with this name and value. */
    PageForm type(String name, String text) {
        for (String[] field : fields) {
            if (field[0].equals(name)) {
                field[1] = text;
                return this;
            }
        }
        fields.add(new String[] {name, text});
        return this;
    }

    String action() {
        return action;
    }

    /** Names and values in turn. */
    String[] fields() {
        return fields.stream().flatMap(Arrays::stream).toArray(String[]::new);
    }
}
