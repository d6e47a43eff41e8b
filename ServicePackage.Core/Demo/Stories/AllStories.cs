namespace ServicePackage.Core.Demo.Stories;

/// <summary>The demands of the demo town.</summary>
internal static class AllStories
{
    public static IReadOnlyList<Story> Of() =>
        [.. Arriving.Stories, .. InHand.Stories, .. Overdue.Stories, .. Waiting.Stories, .. Displeased.Stories, .. Finished.Stories, .. BrokenOff.Stories];
}
