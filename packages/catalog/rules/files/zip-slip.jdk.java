package shop;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

public class Archives {
  void extract(InputStream in, File folder) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      // ruleid: zip-slip
      File target = new File(folder, entry.getName());
      // ruleid: zip-slip
      Files.copy(zip, target.toPath());
    }
  }

  void extractPaths(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    Path target = folder.resolve(entry.getName());
    // ruleid: zip-slip
    Files.createDirectories(target);
  }

  void extractSafely(ZipInputStream zip, Path folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("outside");
    }
    // ok: zip-slip
    Files.createDirectories(target);
  }

  void extractChecked(ZipInputStream zip, File folder) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    String name = entry.getName();
    if (name.contains("..")) {
      throw new IOException("outside");
    }
    // ok: zip-slip
    Files.copy(zip, new File(folder, name).toPath());
  }
}
