package shop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

public class LoginServlet extends HttpServlet {
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    Cookie open = new Cookie("session", "x");
    open.setPath("/");
    // ruleid: insecure-cookie
    response.addCookie(open);

    Cookie insecure = new Cookie("session", "x");
    insecure.setSecure(false);
    insecure.setHttpOnly(true);
    // ruleid: insecure-cookie
    response.addCookie(insecure);

    Cookie good = new Cookie("session", "x");
    good.setSecure(true);
    good.setHttpOnly(true);
    // ok: insecure-cookie
    response.addCookie(good);
    // ok: insecure-cookie
    response.addCookie(made());
  }

  private Cookie made() {
    Cookie cookie = new Cookie("theme", "dark");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    return cookie;
  }
}
