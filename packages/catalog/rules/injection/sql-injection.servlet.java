package shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

public class ProductServlet extends HttpServlet {
  private static final Set<String> SORTABLE = Set.of("name", "price");
  private DataSource source;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String term = request.getParameter("term");
    try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
      // ruleid: sql-injection
      ResultSet rows = statement.executeQuery("SELECT * FROM products WHERE name LIKE '%" + term + "%'");
      write(response, rows);
    } catch (SQLException e) {
      response.sendError(500);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (Connection connection = source.getConnection()) {
      StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE customer = '");
      sql.append(request.getHeader("X-Customer")).append("'");
      // ruleid: sql-injection
      PreparedStatement query = connection.prepareStatement(sql.toString());
      write(response, query.executeQuery());
      // ok: sql-injection
      PreparedStatement safe = connection.prepareStatement("SELECT * FROM orders WHERE customer = ?");
      safe.setString(1, request.getHeader("X-Customer"));
      write(response, safe.executeQuery());
    } catch (SQLException e) {
      response.sendError(500);
    }
  }

  void page(HttpServletRequest request, Statement statement) throws SQLException {
    int page = Integer.parseInt(request.getParameter("page"));
    // ok: sql-injection
    statement.executeQuery("SELECT * FROM products LIMIT 20 OFFSET " + page);
  }

  void sorted(HttpServletRequest request, Statement statement) throws SQLException {
    String column = request.getParameter("column");
    if (!SORTABLE.contains(column)) {
      column = "name";
    }
    // ok: sql-injection
    statement.executeQuery("SELECT * FROM products ORDER BY " + column);
  }

  private void write(HttpServletResponse response, ResultSet rows) throws SQLException, IOException {
    while (rows.next()) {
      response.getWriter().println(rows.getString(1));
    }
  }
}
