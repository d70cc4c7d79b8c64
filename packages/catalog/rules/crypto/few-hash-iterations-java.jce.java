package com.example.shop;

import java.security.spec.KeySpec;
import javax.crypto.spec.PBEKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class Passwords {
    private static final int ROUNDS = 1000;

    KeySpec spec(char[] password, byte[] salt) {
        // ruleid: few-hash-iterations-java
        return new PBEKeySpec(password, salt, 65536, 256);
    }

    KeySpec named(char[] password, byte[] salt) {
        // ruleid: few-hash-iterations-java
        return new PBEKeySpec(password, salt, ROUNDS, 256);
    }

    BCryptPasswordEncoder encoder() {
        // ruleid: few-hash-iterations-java
        return new BCryptPasswordEncoder(4);
    }

    KeySpec safe(char[] password, byte[] salt, int rounds) {
        // ok: few-hash-iterations-java
        new BCryptPasswordEncoder(12);
        // ok: few-hash-iterations-java
        new PBEKeySpec(password, salt, rounds, 256);
        // ok: few-hash-iterations-java
        return new PBEKeySpec(password, salt, 600_000, 256);
    }
}
