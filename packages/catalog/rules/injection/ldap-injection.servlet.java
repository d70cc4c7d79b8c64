package shop;

import jakarta.servlet.http.HttpServletRequest;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.support.LdapEncoder;

public class Directory {
  private static final String BASE = "ou=people,dc=shop";
  private LdapTemplate template;

  Object find(HttpServletRequest request, DirContext context) throws NamingException {
    String filter = "(&(objectclass=person)(uid=" + request.getParameter("name") + "))";
    // ruleid: ldap-injection
    return context.search(BASE, filter, new SearchControls());
  }

  Object findInTeam(HttpServletRequest request) throws NamingException {
    InitialDirContext context = new InitialDirContext();
    String team = request.getParameter("team");
    // ruleid: ldap-injection
    return context.search("ou=" + team + ",dc=shop", "(uid={0})", new Object[] {"anna"}, new SearchControls());
  }

  Object findSafely(HttpServletRequest request, DirContext context) throws NamingException {
    String name = request.getParameter("name");
    // ok: ldap-injection
    return context.search(BASE, "(uid={0})", new Object[] {name}, new SearchControls());
  }

  Object findEscaped(HttpServletRequest request) {
    String name = LdapEncoder.filterEncode(request.getParameter("name"));
    // ok: ldap-injection
    return template.search(BASE, "(uid=" + name + ")", (Object attributes) -> attributes);
  }
}
