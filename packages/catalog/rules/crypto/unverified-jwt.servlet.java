package shop;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import io.jsonwebtoken.Jwts;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Key;

public class Tokens {
  private Key key;

  String user(HttpServletRequest request) {
    // ruleid: unverified-jwt
    DecodedJWT token = JWT.decode(request.getHeader("Authorization"));
    return token.getSubject();
  }

  String open(HttpServletRequest request) {
    // ruleid: unverified-jwt
    return JWT.require(Algorithm.none()).build().verify(request.getHeader("Authorization")).getSubject();
  }

  String checked(HttpServletRequest request) {
    // ok: unverified-jwt
    return JWT.require(Algorithm.HMAC256(System.getenv("KEY"))).build().verify(request.getHeader("A")).getSubject();
  }

  Object parsed(HttpServletRequest request) {
    // ok: unverified-jwt
    return Jwts.parser().setSigningKey(key).build().parseClaimsJws(request.getHeader("Authorization"));
  }
}
