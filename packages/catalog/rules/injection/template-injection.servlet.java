package shop;

import freemarker.template.Configuration;
import freemarker.template.Template;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.Velocity;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

public class Pages {
  private Configuration configuration;
  private TemplateEngine engine;

  void preview(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String text = request.getParameter("template");
    // ruleid: template-injection
    Template template = new Template("preview", new StringReader(text), configuration);
    template.process(Map.of(), response.getWriter());
  }

  String mail(HttpServletRequest request) {
    StringWriter out = new StringWriter();
    // ruleid: template-injection
    Velocity.evaluate(new VelocityContext(), out, "mail", "Dear " + request.getParameter("name"));
    return out.toString();
  }

  String page(HttpServletRequest request) {
    // ruleid: template-injection
    return engine.process("<p>" + request.getParameter("text") + "</p>", new Context());
  }

  void hello(HttpServletRequest request, HttpServletResponse response) throws Exception {
    // ok: template-injection
    Template template = configuration.getTemplate("hello.ftl");
    template.process(Map.of("name", request.getParameter("name")), response.getWriter());
  }

  String fixed(HttpServletRequest request) {
    StringWriter out = new StringWriter();
    VelocityContext context = new VelocityContext();
    context.put("name", request.getParameter("name"));
    // ok: template-injection
    Velocity.evaluate(context, out, "mail", "Dear $name");
    return out.toString();
  }
}
