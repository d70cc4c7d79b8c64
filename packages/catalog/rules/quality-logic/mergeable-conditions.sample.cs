class Greetings
{
    void Greet(Member member, bool ready)
    {
        // ruleid: mergeable-conditions
        if (member != null)
        {
            if (member.Active)
            {
                Hello(member);
            }
        }
        // ruleid: mergeable-conditions
        if (ready)
        {
            if (member.Old)
            {
                Hello(member);
            }
        }
        // ok: mergeable-conditions
        if (ready)
        {
            Hello(member);
            if (member.Old)
            {
                Hello(member);
            }
        }
        // ok: mergeable-conditions
        if (ready)
        {
            if (member.Old)
            {
                Hello(member);
            }
            else
            {
                Bye(member);
            }
        }
    }
}
