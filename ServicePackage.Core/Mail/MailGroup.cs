namespace ServicePackage.Core.Mail;

/// <summary>What a notice is to its reader; each is sent by mail as the reader wishes.</summary>
public enum MailGroup
{
    /// <summary>Something waits on the reader: asked for, due soon or overdue with the reader, or an enterprise to call.</summary>
    Waits = 1,

    /// <summary>Something happened to what the reader takes part in.</summary>
    Concerns = 2,

    /// <summary>Somebody else's clock has reached a level of which the reader is told.</summary>
    Escalations = 3,

    /// <summary>What is new for an enterprise, or for those whom the reader serves, once a week.</summary>
    Weekly = 4,
}

/// <summary>Tells which group a notice belongs to, and which groups a reader gets.</summary>
public static class MailGroups
{
    /// <summary>
    /// The groups of the town's own people and of an enterprise's: an enterprise is sent only what needs it to act, and one digest of policies a week (plan §一 无事不扰).
    /// </summary>
    public static IReadOnlyList<MailGroup> For(bool enterprise) => enterprise ? [MailGroup.Waits, MailGroup.Weekly] : Enum.GetValues<MailGroup>();

    /// <summary>The group of a kind of notice. A question to the enterprise waits for its answer.</summary>
    public static MailGroup Of(string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return kind.Split('.') switch
        {
            ["Asked", ..] or ["Yours", "Comment"] => MailGroup.Waits,
            ["Level", _, "Told"] => MailGroup.Escalations,
            ["Level", ..] => MailGroup.Waits,
            ["Weekly", ..] => MailGroup.Weekly,
            _ => MailGroup.Concerns,
        };
    }
}
