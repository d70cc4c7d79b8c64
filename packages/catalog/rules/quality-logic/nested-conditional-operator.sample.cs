class Prices
{
    int Price(bool member, bool young)
    {
        // ruleid: nested-conditional-operator
        var a = member ? (young ? 5 : 8) : 10;
        // ruleid: nested-conditional-operator
        var b = member ? 8 : young ? 9 : 10;
        // ok: nested-conditional-operator
        var c = member ? 8 : 10;
        // ok: nested-conditional-operator
        return (young ? 5 : 8) + a + b + c;
    }
}
