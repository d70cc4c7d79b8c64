package shop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class ToolServlet extends HttpServlet {
  private static final Map<String, String> TOOLS = Map.of("jpeg", "jpegtran", "png", "optipng");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String host = request.getParameter("host");
    // ruleid: command-injection
    Runtime.getRuntime().exec("ping -c 1 " + host);
    // ok: command-injection
    Runtime.getRuntime().exec("ping -c 1 localhost");
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.add("-c");
    command.add("tar -cf - " + request.getParameter("folder"));
    // ruleid: command-injection
    new ProcessBuilder(command).start();

    List<String> fixed = new ArrayList<>();
    fixed.add(request.getParameter("folder"));
    fixed.add("uptime");
    fixed.remove(0);
    // ok: command-injection
    new ProcessBuilder(fixed).start();

    String kind = request.getParameter("kind");
    switch (kind) {
      case "jpeg":
        kind = "jpegtran";
        break;
      default:
        kind = "optipng";
    }
    // ok: command-injection
    Runtime.getRuntime().exec(kind + " /var/images/in");
  }
}
