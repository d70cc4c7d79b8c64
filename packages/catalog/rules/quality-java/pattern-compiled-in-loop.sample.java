class Finds {
    // ok: pattern-compiled-in-loop
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    int count(List<String> lines, int n) {
        int found = 0;
        for (String line : lines) {
            // ruleid: pattern-compiled-in-loop
            if (Pattern.compile("\\d+").matcher(line).find()) {
                found++;
            }
        }
        while (n > 0) {
            // ruleid: pattern-compiled-in-loop
            Pattern p = Pattern.compile("x");
            n = next(p);
        }
        for (String line : lines) {
            // ok: pattern-compiled-in-loop
            if (DIGITS.matcher(line).find()) {
                found++;
            }
        }
        return found;
    }
}
