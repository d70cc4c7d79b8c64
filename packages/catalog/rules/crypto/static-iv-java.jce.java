package com.example.shop;

import java.security.SecureRandom;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

class Vault {
    private static final byte[] START = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    IvParameterSpec zero() {
        // ruleid: static-iv-java
        return new IvParameterSpec(new byte[16]);
    }

    IvParameterSpec text() {
        // ruleid: static-iv-java
        return new IvParameterSpec("0123456789abcdef".getBytes());
    }

    GCMParameterSpec constant() {
        // ruleid: static-iv-java
        return new GCMParameterSpec(128, START);
    }

    IvParameterSpec local() {
        byte[] iv = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        // ruleid: static-iv-java
        return new IvParameterSpec(iv);
    }

    GCMParameterSpec safe(byte[] stored) {
        byte[] nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        // ok: static-iv-java
        new IvParameterSpec(stored, 0, 16);
        // ok: static-iv-java
        return new GCMParameterSpec(128, nonce);
    }
}
