package shop;

import java.io.IOException;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class FormulaServlet extends HttpServlet {
  private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");

  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      // ruleid: code-injection
      Object result = engine.eval(request.getParameter("formula"));
      // ok: code-injection
      Object fixed = engine.eval("1 + 1");
      response.setHeader("X-Result", String.valueOf(result) + fixed);
    } catch (ScriptException e) {
      response.sendError(400);
    }
  }

  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String formula = request.getQueryString();
    try {
      run("result = " + formula);
      // ok: code-injection
      run("result = " + Double.parseDouble(request.getParameter("value")));
    } catch (ScriptException e) {
      response.sendError(400);
    }
  }

  private Object run(String text) throws ScriptException {
    ScriptEngine local = new ScriptEngineManager().getEngineByName("js");
    // ruleid: code-injection
    return local.eval(text);
  }
}
