package com.example.shop;

import java.net.PasswordAuthentication;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

class Database {
    private static final String PASSWORD = "s3cr3t-orders";

    Connection open() throws SQLException {
        // ruleid: hard-coded-login-java
        return DriverManager.getConnection("jdbc:mysql://db/shop", "shop", "s3cr3t-orders");
    }

    Connection named(String url) throws SQLException {
        // ruleid: hard-coded-login-java
        return DriverManager.getConnection(url, "shop", PASSWORD);
    }

    PasswordAuthentication proxy() {
        // ruleid: hard-coded-login-java
        return new PasswordAuthentication("shop", "s3cr3t-proxy".toCharArray());
    }

    Connection safe(String url, String password) throws SQLException {
        // ok: hard-coded-login-java
        DriverManager.getConnection("jdbc:h2:mem:shop", "sa", "");
        // ok: hard-coded-login-java
        DriverManager.getConnection(url, "shop", System.getenv("DB_PASSWORD"));
        // ok: hard-coded-login-java
        return DriverManager.getConnection(url, "shop", password);
    }
}
