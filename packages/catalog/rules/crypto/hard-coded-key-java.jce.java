package com.example.shop;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

class Vault {
    private static final String KEY = "0123456789abcdef";

    SecretKeySpec literal() {
        // ruleid: hard-coded-key-java
        return new SecretKeySpec("ThisIsOurKey1234".getBytes(), "AES");
    }

    SecretKeySpec constant() {
        // ruleid: hard-coded-key-java
        return new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "AES");
    }

    SecretKeySpec local() {
        byte[] key = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        // ruleid: hard-coded-key-java
        return new SecretKeySpec(key, "AES");
    }

    SecretKeySpec safe(byte[] key, char[] password, byte[] salt) {
        // ok: hard-coded-key-java
        new SecretKeySpec(Base64.getDecoder().decode(System.getenv("DATA_KEY")), "AES");
        // ok: hard-coded-key-java
        new PBEKeySpec(password, salt, 600_000, 256);
        // ok: hard-coded-key-java
        return new SecretKeySpec(key, "AES");
    }
}
