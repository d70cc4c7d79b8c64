package com.example.shop;

import java.security.GeneralSecurityException;
import java.security.Key;
import javax.crypto.Cipher;

class Vault {
    byte[] card(byte[] number, Key key) throws GeneralSecurityException {
        // ruleid: weak-cipher-java
        Cipher cipher = Cipher.getInstance("DES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(number);
    }

    Cipher blocks() throws GeneralSecurityException {
        // ruleid: weak-cipher-java
        return Cipher.getInstance("AES/ECB/PKCS5Padding", "SunJCE");
    }

    Cipher short_() throws GeneralSecurityException {
        // ruleid: weak-cipher-java
        return Cipher.getInstance("AES");
    }

    Cipher triple() throws GeneralSecurityException {
        // ruleid: weak-cipher-java
        return javax.crypto.Cipher.getInstance("DESede/CBC/PKCS5Padding");
    }

    Cipher safe(String chosen, Registry registry) throws GeneralSecurityException {
        // ok: weak-cipher-java
        registry.getInstance("DES");
        // ok: weak-cipher-java
        Cipher configured = Cipher.getInstance(chosen);
        // ok: weak-cipher-java
        return configured == null ? Cipher.getInstance("AES/GCM/NoPadding") : configured;
    }
}
