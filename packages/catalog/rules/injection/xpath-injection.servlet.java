package shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

public class UserServlet extends HttpServlet {
  private Document users;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    String expression = "//user[name = '" + request.getParameter("name") + "']";
    try {
      // ruleid: xpath-injection
      NodeList nodes = (NodeList) xpath.evaluate(expression, users, XPathConstants.NODESET);
      response.getWriter().println(nodes.getLength());
    } catch (XPathExpressionException e) {
      response.sendError(400);
    }
  }

  String compiled(HttpServletRequest request) throws XPathExpressionException {
    XPathFactory factory = XPathFactory.newInstance();
    XPath xpath = factory.newXPath();
    // ruleid: xpath-injection
    XPathExpression expression = xpath.compile("//user[@id='" + request.getHeader("X-User") + "']/email");
    return expression.evaluate(users);
  }

  String safe(HttpServletRequest request) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    String name = request.getParameter("name");
    xpath.setXPathVariableResolver(variable -> name);
    // ok: xpath-injection
    return xpath.evaluate("//user[name = $name]/email", users);
  }

  String byId(HttpServletRequest request) throws XPathExpressionException {
    XPath xpath = XPathFactory.newInstance().newXPath();
    int id = Integer.parseInt(request.getParameter("id"));
    // ok: xpath-injection
    return xpath.evaluate("//user[@id = " + id + "]/email", users);
  }
}
