package com.example.shop;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Random;

class Tokens {
    byte[] constant() {
        // ruleid: predictable-seed
        SecureRandom random = new SecureRandom("shop".getBytes());
        byte[] token = new byte[32];
        random.nextBytes(token);
        return token;
    }

    long clock() throws NoSuchAlgorithmException {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        // ruleid: predictable-seed
        random.setSeed(System.currentTimeMillis());
        return random.nextLong();
    }

    long safe(byte[] entropy) {
        Random dice = new Random();
        // ok: predictable-seed
        dice.setSeed(42);
        // ok: predictable-seed
        SecureRandom random = new SecureRandom();
        // ok: predictable-seed
        random.setSeed(entropy);
        return random.nextLong() + dice.nextInt();
    }
}
