class Folders {
    long count(Path folder) throws IOException {
        // ruleid: unclosed-file-stream
        return Files.list(folder).count();
    }

    List<String> lines(Path file) throws IOException {
        // ruleid: unclosed-file-stream
        return Files.lines(file).filter(it -> !it.isEmpty()).toList();
    }

    long fine(Path folder) throws IOException {
        // ok: unclosed-file-stream
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    List<String> other(Path file) throws IOException {
        // ok: unclosed-file-stream
        return Files.readAllLines(file).stream().filter(it -> !it.isEmpty()).toList();
    }
}
