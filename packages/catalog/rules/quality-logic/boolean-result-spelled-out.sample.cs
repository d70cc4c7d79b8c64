class People
{
    bool Adult(Person person)
    {
        // ruleid: boolean-result-spelled-out
        if (person.Age >= 18)
        {
            return true;
        }
        else
        {
            return false;
        }
    }

    bool Minor(Person person)
    {
        // ruleid: boolean-result-spelled-out
        if (Adult(person)) { return false; } else { return true; }
    }

    bool Fine(Person person)
    {
        // ok: boolean-result-spelled-out
        if (person.Age >= 18) return true;
        // ok: boolean-result-spelled-out
        return person.Age > 16;
    }
}
