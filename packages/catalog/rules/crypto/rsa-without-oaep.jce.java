package com.example.shop;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

class Envelope {
    Cipher plain() throws GeneralSecurityException {
        // ruleid: rsa-without-oaep
        return Cipher.getInstance("RSA/ECB/NoPadding");
    }

    Cipher old() throws GeneralSecurityException {
        // ruleid: rsa-without-oaep
        return Cipher.getInstance("RSA");
    }

    Cipher named() throws GeneralSecurityException {
        // ruleid: rsa-without-oaep
        return Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
    }

    Cipher safe(String name) throws GeneralSecurityException {
        // ok: rsa-without-oaep
        Cipher.getInstance(name);
        // ok: rsa-without-oaep
        return Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }
}
