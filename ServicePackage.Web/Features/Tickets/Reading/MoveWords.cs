using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>What a move is called by who makes it: the words of a demand's two sides are one move, and have a name for each.</summary>
internal static class MoveWords
{
    /// <summary>As it stands on a button: what the reader is about to do, within the town's offices alone or not.</summary>
    public static string ToDo(Move move, bool readerIsEnterprise, bool within = false) => By(readerIsEnterprise ? "Enterprise" : within ? "Within" : "Town", move);

    /// <summary>As it stands for many demands at once: words to the offices, until they are meant for the enterprises.</summary>
    public static string ForMany(Move move) => By("Within", move);

    /// <summary>As it stands in the story: what was done, and for whose eyes.</summary>
    public static string Done(TimelineItem item) => By(item.FromEnterprise ? "Enterprise" : item.Internal ? "Within" : "Town", item.Move!.Value);

    private static string By(string side, Move move) => Wording.Find($"MoveBy.{side}.{move}") ?? Wording.Name(move);
}
