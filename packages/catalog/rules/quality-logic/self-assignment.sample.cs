class Account
{
    Account(string name, int size)
    {
        // ruleid: self-assignment
        name = name;
        // ruleid: self-assignment
        size = size;
        // ok: self-assignment
        Name = name;
        // ok: self-assignment
        this.size = size;
        // ok: self-assignment
        var copy = new Account { Label = Label };
    }
}
