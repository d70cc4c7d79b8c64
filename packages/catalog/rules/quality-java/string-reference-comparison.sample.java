class Runs {
    boolean run(String state, String other) {
        // ruleid: string-reference-comparison
        if (state == "open") {
            return true;
        }
        // ruleid: string-reference-comparison
        if (state != other) {
            return false;
        }
        // ok: string-reference-comparison
        if ("open".equals(state) || state == null) {
            return true;
        }
        // ok: string-reference-comparison
        return state == other || state != null && state.equals(other) && state.charAt(0) == 'o';
    }
}
