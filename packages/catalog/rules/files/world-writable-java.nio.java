package com.example.shop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class Share {
    void open(File file, Path path) throws IOException {
        // ruleid: world-writable-java
        file.setWritable(true, false);
        // ruleid: world-writable-java
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    void safe(File file, Path path) throws IOException {
        // ok: world-writable-java
        file.setWritable(true);
        // ok: world-writable-java
        file.setWritable(true, true);
        // ok: world-writable-java
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
    }
}
