package shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Set;

public class ProfileServlet extends HttpServlet {
  private static final Set<String> LANGUAGES = Set.of("en", "de");

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    // ruleid: trust-boundary
    request.getSession().setAttribute("user", request.getParameter("user"));
  }

  void settings(HttpServletRequest request) {
    HttpSession session = request.getSession(true);
    // ruleid: trust-boundary
    session.setAttribute(request.getParameter("name"), "on");
  }

  void language(HttpServletRequest request) {
    String language = request.getParameter("language");
    if (!LANGUAGES.contains(language)) {
      return;
    }
    // ok: trust-boundary
    request.getSession().setAttribute("language", language);
  }

  void page(HttpServletRequest request, HttpSession session) {
    // ok: trust-boundary
    session.setAttribute("page", Integer.parseInt(request.getParameter("page")));
  }
}
