class People
{
    Person Admin(List<Person> people)
    {
        // ruleid: where-before-first
        var first = people.Where(it => it.Admin).First();
        // ruleid: where-before-first
        var any = people.Where(it => it.Old).Any();
        // ok: where-before-first
        var list = people.Where(it => it.Admin).ToList();
        // ok: where-before-first
        return people.First(it => it.Admin);
    }
}
