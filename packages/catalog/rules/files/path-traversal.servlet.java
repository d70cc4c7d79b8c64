package shop;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class PictureServlet extends HttpServlet {
  private static final String FOLDER = "/var/pictures/";

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    // ruleid: path-traversal
    try (FileInputStream in = new FileInputStream(FOLDER + name)) {
      in.transferTo(response.getOutputStream());
    }
    // ok: path-traversal
    try (FileInputStream in = new FileInputStream(FOLDER + "default.png")) {
      in.transferTo(response.getOutputStream());
    }
  }

  protected void doDelete(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: path-traversal
    Path file = Paths.get(FOLDER, request.getHeader("X-Name"));
    // ruleid: path-traversal
    Files.deleteIfExists(file);
    long number = Long.parseLong(request.getParameter("number"));
    // ok: path-traversal
    Files.deleteIfExists(Paths.get(FOLDER, number + ".png"));
  }

  protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String name = request.getParameter("name");
    if (!name.matches("^[a-z0-9]+$")) {
      response.sendError(400);
      return;
    }
    // ok: path-traversal
    File file = new File(FOLDER, name);
    response.setHeader("X-Size", String.valueOf(file.length()));
  }
}
