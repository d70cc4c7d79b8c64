package shop;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

public class Search {
  boolean find(HttpServletRequest request, String text) {
    // ruleid: regex-injection
    Pattern pattern = Pattern.compile(request.getParameter("term"), Pattern.CASE_INSENSITIVE);
    return pattern.matcher(text).find();
  }

  boolean matches(HttpServletRequest request, String text) {
    // ruleid: regex-injection
    return Pattern.matches(".*" + request.getParameter("term") + ".*", text);
  }

  boolean findSafely(HttpServletRequest request, String text) {
    // ok: regex-injection
    return Pattern.compile(Pattern.quote(request.getParameter("term"))).matcher(text).find();
  }

  boolean fixed(HttpServletRequest request) {
    // ok: regex-injection
    return Pattern.matches("[a-z]+", request.getParameter("term"));
  }
}
