namespace ServicePackage.Core.Tickets.Demo;

/// <summary>The demands of the demo town.</summary>
internal static class AllStories
{
    private const int Everyday = 526;

    /// <summary>Those told one by one, and the everyday ones of a year where they are wanted.</summary>
    public static IReadOnlyList<Story> Of(bool everyday) =>
        [.. everyday ? OrdinaryYear.Of(Everyday) : [], .. Arriving.Stories, .. InHand.Stories, .. Overdue.Stories, .. Waiting.Stories, .. Displeased.Stories, .. Finished.Stories, .. BrokenOff.Stories];
}
