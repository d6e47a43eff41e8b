using ServicePackage.Core.WorkingTime;

namespace ServicePackage.Core.Mail;

/// <summary>When mails are tried, tried again, given up and forgotten.</summary>
public static class MailRules
{
    /// <summary>How long sent and failed mails are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>A mail that the server keeps putting off is given up this long after it was written.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(5);

    /// <summary>How long one try may take in all.</summary>
    internal static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(2);

    /// <summary>How long a mail belongs to the node that sends it; longer than any try, so that a mail is tried by another only after a crash.</summary>
    internal static readonly TimeSpan Claimed = TimeSpan.FromMinutes(10);

    /// <summary>The most mails of one run; the next run goes on.</summary>
    internal const int Batch = 200;

    /// <summary>So many mails one after the other that the server hung up on, and it is the server's trouble: the run ends.</summary>
    public const int MostHangUps = 3;

    private static readonly TimeSpan FirstDistance = TimeSpan.FromMinutes(1);

    private const int Doublings = 6;

    /// <summary>How long to wait after a failed try: one minute, then twice as long each time, up to about an hour.</summary>
    public static TimeSpan DistanceAfter(int tries) => FirstDistance * (1 << Math.Clamp(tries - 1, 0, Doublings));

    /// <summary>The next 08:30 in Shanghai after an instant (UTC). Whether that is a working day is asked when it has come.</summary>
    public static DateTime NextDigest(DateTime now)
    {
        var today = TownTime.DayOf(now);
        var digest = TownTime.At(today, TownTime.CalendarDuties);
        return digest > now ? digest : TownTime.At(today.AddDays(1), TownTime.CalendarDuties);
    }
}
