class Mails
{
    void Send(Mail mail, bool urgent)
    {
        // ruleid: constant-condition
        if (false)
        {
            Log(mail);
        }
        // ruleid: constant-condition
        if (urgent && false)
        {
            Post(mail);
        }
        // ok: constant-condition
        while (true)
        {
            Step(mail);
        }
        // ok: constant-condition
        if (urgent)
        {
            Post(mail);
        }
    }
}
