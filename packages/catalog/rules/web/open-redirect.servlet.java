package shop;

import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class RedirectServlet extends HttpServlet {
  private static final Map<String, String> PAGES = Map.of("home", "/", "orders", "/orders");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String next = request.getParameter("next");
    if (next == null) {
      next = "/";
    }
    // ruleid: open-redirect
    response.sendRedirect(next);
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ok: open-redirect
    response.sendRedirect("/orders?id=" + request.getParameter("id"));
    String page = request.getParameter("page");
    // ok: open-redirect
    response.sendRedirect(PAGES.containsKey(page) ? PAGES.get(page) : "/");
    // ruleid: open-redirect
    response.setHeader("Location", request.getHeader("Referer"));
    response.setStatus(302);
  }
}
