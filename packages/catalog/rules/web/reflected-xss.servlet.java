package shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.owasp.encoder.Encode;

public class SearchServlet extends HttpServlet {
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html");
    PrintWriter out = response.getWriter();
    String term = request.getParameter("term");
    // ruleid: reflected-xss
    out.println("<h1>Results for " + term + "</h1>");
    // ok: reflected-xss
    out.println("<h1>Results for " + Encode.forHtml(term) + "</h1>");
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getHeader("X-Name");
    // ruleid: reflected-xss
    response.getWriter().printf("<p>Hello, %s</p>", name);
    int count = Integer.parseInt(request.getParameter("count"));
    // ok: reflected-xss
    response.getWriter().write("<p>" + count + "</p>");
    String last = "nobody";
    if (7 * 6 < 40) {
      last = name;
    }
    // ok: reflected-xss
    response.getWriter().write("<p>" + last + "</p>");
  }
}
