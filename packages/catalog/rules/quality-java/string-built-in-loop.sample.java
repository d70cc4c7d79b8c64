class Texts {
    String join(List<String> names, int n) {
        String all = "";
        for (String name : names) {
            // ruleid: string-built-in-loop
            all += name;
        }
        for (int i = 0; i < n; i++) {
            // ruleid: string-built-in-loop
            all = all + names.get(i);
        }
        int sum = 0;
        for (int i = 0; i < n; i++) {
            // ok: string-built-in-loop
            sum += i;
        }
        for (String name : names) {
            String line = name;
            // ok: string-built-in-loop
            line += "\n";
            print(line);
        }
        return all + sum;
    }
}
