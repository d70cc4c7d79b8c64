package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.thoughtworks.xstream.XStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.beans.XMLDecoder;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Base64;
import org.apache.commons.io.serialization.ValidatingObjectInputStream;

public class CartServlet extends HttpServlet {
  private final ObjectMapper json = new ObjectMapper();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(request.getParameter("cart"));
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      // ruleid: unsafe-deserialization
      show(response, (Cart) in.readObject());
    } catch (ClassNotFoundException e) {
      response.sendError(400);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    XMLDecoder decoder = new XMLDecoder(request.getInputStream());
    // ruleid: unsafe-deserialization
    Object cart = decoder.readObject();
    show(response, (Cart) cart);
  }

  void xml(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ruleid: unsafe-deserialization
    show(response, (Cart) new XStream().fromXML(request.getParameter("cart")));
  }

  void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // ok: unsafe-deserialization
    show(response, json.readValue(request.getParameter("cart"), Cart.class));
  }

  void checked(HttpServletRequest request, HttpServletResponse response) throws IOException, ClassNotFoundException {
    ValidatingObjectInputStream in = new ValidatingObjectInputStream(request.getInputStream());
    in.accept(Cart.class);
    // ok: unsafe-deserialization
    show(response, (Cart) in.readObject());
  }

  Cart cached() throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new FileInputStream("cart.bin"))) {
      // ok: unsafe-deserialization
      return (Cart) in.readObject();
    }
  }

  private void show(HttpServletResponse response, Cart cart) throws IOException {
    response.getWriter().println(cart.size());
  }
}
