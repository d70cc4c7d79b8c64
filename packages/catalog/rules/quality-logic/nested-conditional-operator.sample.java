class Prices {
    int price(boolean member, boolean young) {
        // ruleid: nested-conditional-operator
        int a = member ? (young ? 5 : 8) : 10;
        // ruleid: nested-conditional-operator
        int b = member ? 8 : young ? 9 : 10;
        // ok: nested-conditional-operator
        int c = member ? 8 : 10;
        // ok: nested-conditional-operator
        return (young ? 5 : 8) + a + b + c;
    }
}
