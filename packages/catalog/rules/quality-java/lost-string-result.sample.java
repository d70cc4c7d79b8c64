class Names {
    String clean(String name, String title) {
        // ruleid: lost-string-result
        name.trim();
        // ruleid: lost-string-result
        title.replaceAll("x", "y");
        // ok: lost-string-result
        name = name.trim();
        // ok: lost-string-result
        return title
            .substring(1);
    }
}
