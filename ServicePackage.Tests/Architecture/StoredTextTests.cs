using ServicePackage.Tests.Support;

namespace ServicePackage.Tests.Architecture;

/// <summary>What an earlier version has stored may no longer be readable: one such row keeps no page, job or list from being shown.</summary>
public sealed class StoredTextTests
{
    /// <summary>Those that read what is there for them alone, and must fail where it cannot be read.</summary>
    private static readonly string[] MayFail =
    [
        "ServicePackage.Core/Conditions/ConditionJson.cs", // gives none for what cannot be read
        "ServicePackage.Core/Conditions/Sizes.cs", // a file of the program's own
        "ServicePackage.Core/Enterprises/Facts/Divisions.cs", // a file of the program's own
        "ServicePackage.Core/Enterprises/Facts/FactCatalogue.cs", // a file of the program's own
        "ServicePackage.Core/Enterprises/Facts/Industries.cs", // a file of the program's own
        "ServicePackage.Core/Enterprises/Facts/ListCatalogue.cs", // a file of the program's own
        "ServicePackage.Core/History/HistoryRecorder.cs", // the lenient reader itself
        "ServicePackage.Core/History/HistoryVerifier.cs", // a seal that cannot be read is what it looks for
        "ServicePackage.Core/Operations/OperationRunner.cs", // the result of one command of one person
        "ServicePackage.Core/Packages/Content/PackageKey.cs", // gives none for what cannot be read
        "ServicePackage.Core/Policies/Benefits/BenefitTerms.cs", // gives none for what cannot be read
        "ServicePackage.Core/Tickets/Demo/Matter.cs", // a file of the program's own
    ];

    [Fact]
    public void StoredTexts_AreReadByTheLenientReader() =>
        Assert.DoesNotContain(Repository.Files("ServicePackage.Core", ".cs").Except(MayFail),
            f => File.ReadAllText(Path.Combine(Repository.Root, f)).Contains("JsonSerializer.Deserialize", StringComparison.Ordinal));

    [Fact]
    public void Exceptions_AreStillNeeded() =>
        Assert.All(MayFail, f => Assert.Contains("JsonSerializer.Deserialize", File.ReadAllText(Path.Combine(Repository.Root, f)), StringComparison.Ordinal));
}
