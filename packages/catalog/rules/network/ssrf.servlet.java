package shop;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class PreviewServlet extends HttpServlet {
  private static final List<String> HOSTS = List.of("images.example", "cdn.example");
  private final HttpClient client = HttpClient.newHttpClient();

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    URL url = new URL(request.getParameter("url"));
    // ruleid: ssrf
    try (InputStream in = url.openStream()) {
      in.transferTo(response.getOutputStream());
    }
    String name = URLEncoder.encode(request.getParameter("name"), StandardCharsets.UTF_8);
    // ok: ssrf
    try (InputStream in = new URL("https://api.example.com/users/" + name).openStream()) {
      in.transferTo(response.getOutputStream());
    }
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getHeader("X-Host");
    // ruleid: ssrf
    HttpRequest asked = HttpRequest.newBuilder(URI.create("https://" + host + "/status")).build();
    if (!HOSTS.contains(host)) {
      return;
    }
    // ok: ssrf
    HttpRequest checked = HttpRequest.newBuilder().uri(URI.create("https://" + host + "/status")).build();
    try {
      client.send(asked, HttpResponse.BodyHandlers.discarding());
      client.send(checked, HttpResponse.BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
