package shop;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Random;
import javax.crypto.spec.IvParameterSpec;

public class Sessions {
  private final Random random = new Random();
  private final SecureRandom secure = new SecureRandom();

  void remember(HttpServletResponse response) {
    String key = Double.toString(Math.random()).substring(2);
    // ruleid: insecure-random
    Cookie cookie = new Cookie("remember", key);
    cookie.setSecure(true);
    response.addCookie(cookie);
  }

  void attribute(HttpServletRequest request) {
    int number = random.nextInt(1_000_000);
    // ruleid: insecure-random
    request.getSession().setAttribute("resetCode", Integer.toString(number));
  }

  IvParameterSpec iv() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    // ruleid: insecure-random
    return new IvParameterSpec(bytes);
  }

  IvParameterSpec safeIv() {
    byte[] bytes = new byte[16];
    secure.nextBytes(bytes);
    // ok: insecure-random
    return new IvParameterSpec(bytes);
  }

  void rememberSafely(HttpServletResponse response) {
    Random numbers = new SecureRandom();
    // ok: insecure-random
    response.addCookie(new Cookie("remember", Long.toString(numbers.nextLong())));
  }

  int dice() {
    // ok: insecure-random
    return random.nextInt(6) + 1;
  }
}
