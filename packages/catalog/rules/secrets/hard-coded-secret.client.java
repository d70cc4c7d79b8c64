package shop;

public class Client {
  // ruleid: hard-coded-secret
  private static final String PASSWORD = "Tr0ub4dor&3x";
  // ok: hard-coded-secret
  private static final String PASSWORD_PARAMETER = "password";

  String token() {
    // ruleid: hard-coded-secret
    String clientSecret = "b7e2d9f0c4a18365";
    // ok: hard-coded-secret
    String clientSecretName = System.getenv("CLIENT_SECRET");
    return clientSecret + clientSecretName + PASSWORD + PASSWORD_PARAMETER;
  }
}
