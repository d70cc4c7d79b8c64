package shop;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

public class Digests {
  private static final String OLD = "SHA-1";

  public byte[] fingerprint(byte[] data) throws NoSuchAlgorithmException {
    // ruleid: weak-hash
    return MessageDigest.getInstance("MD5").digest(data);
  }

  public byte[] signature(byte[] data) throws NoSuchAlgorithmException {
    // ruleid: weak-hash
    MessageDigest old = MessageDigest.getInstance(OLD);
    // ok: weak-hash
    MessageDigest now = MessageDigest.getInstance("SHA-256");
    now.update(old.digest(data));
    return now.digest();
  }

  public byte[] configured(byte[] data, String algorithm) throws NoSuchAlgorithmException {
    // ok: weak-hash
    return MessageDigest.getInstance(algorithm).digest(data);
  }
}
