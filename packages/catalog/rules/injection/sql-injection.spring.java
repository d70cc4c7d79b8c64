package shop;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderController {
  private final JdbcTemplate template;

  public OrderController(JdbcTemplate template) {
    this.template = template;
  }

  @GetMapping("/orders")
  public List<Map<String, Object>> orders(@RequestParam String customer, @RequestParam("sort") String sort) {
    String query = "SELECT * FROM orders WHERE customer = ?";
    // ok: sql-injection
    template.queryForList(query, customer);
    // ruleid: sql-injection
    return template.queryForList(query + " ORDER BY " + sort, customer);
  }

  @GetMapping("/orders/{id}")
  public Map<String, Object> order(@PathVariable long id) {
    // ok: sql-injection
    return template.queryForMap("SELECT * FROM orders WHERE id = " + id);
  }

  @GetMapping("/orders/by-code/{code}")
  public Map<String, Object> byCode(@PathVariable String code) {
    // ruleid: sql-injection
    return template.queryForMap(byCodeQuery(code));
  }

  private static String byCodeQuery(String code) {
    return String.format("SELECT * FROM orders WHERE code = '%s'", code);
  }
}
