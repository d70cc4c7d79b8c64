package com.example.shop;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.RSAKeyGenParameterSpec;

class Keys {
    KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // ruleid: short-key-java
        generator.initialize(1024);
        return generator.generateKeyPair();
    }

    void spec(KeyPairGenerator generator) throws GeneralSecurityException {
        // ruleid: short-key-java
        generator.initialize(new RSAKeyGenParameterSpec(512, RSAKeyGenParameterSpec.F4));
    }

    KeyPair safe(int bits) throws GeneralSecurityException {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        // ok: short-key-java
        curve.initialize(256);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        // ok: short-key-java
        generator.initialize(3072);
        // ok: short-key-java
        generator.initialize(bits);
        return generator.generateKeyPair();
    }
}
