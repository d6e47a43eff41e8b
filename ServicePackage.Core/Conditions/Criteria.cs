using System.Text.Json.Serialization;

namespace ServicePackage.Core.Conditions;

/// <summary>A condition with a name that several clauses share, in the versions it has had.</summary>
/// <param name="Code">By which clauses name it.</param>
/// <param name="Chinese">Its name.</param>
/// <param name="English">Its English name.</param>
/// <param name="Versions">Its versions, the earliest first.</param>
/// <param name="Title">The kind of title that it is asked for; null where it is for none.</param>
/// <param name="Base">The criterion that has to be met besides where the title is applied for; null where there is none.</param>
public sealed record Criterion(string Code, string Chinese, string English, IReadOnlyList<CriterionVersion> Versions, string? Title = null, string? Base = null)
{
    /// <summary>Its name in the reader's language.</summary>
    [JsonIgnore]
    public string Name => Words.Wording.Either(Chinese, English);
}

/// <summary>One version of a named criterion.</summary>
/// <param name="From">The first day it holds.</param>
/// <param name="Condition">What it asks.</param>
/// <param name="Until">The last day it holds; null where no end is known.</param>
/// <param name="Source">The document it is taken from.</param>
/// <param name="ToConfirm">What of it an authority still has to confirm; empty where nothing is.</param>
public sealed record CriterionVersion(DateOnly From, Condition Condition, DateOnly? Until = null, string Source = "", string ToConfirm = "");

/// <summary>The named criteria; the day in question decides which version counts.</summary>
public sealed class Criteria
{
    private readonly Dictionary<string, Criterion> _byCode;

    /// <summary>Those of the program's file.</summary>
    public static Criteria OfTheProgram { get; } = new(ConditionJson.File<List<Criterion>>("criteria.json"));

    /// <summary>A set of criteria.</summary>
    public Criteria(IReadOnlyList<Criterion> all) => (All, _byCode) = (all, all.ToDictionary(c => c.Code, StringComparer.Ordinal));

    /// <summary>All of them.</summary>
    public IReadOnlyList<Criterion> All { get; }

    /// <summary>The criterion of a code; null where there is none.</summary>
    public Criterion? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Its version on a day; null where none holds.</summary>
    public CriterionVersion? Find(string code, DateOnly day) => Find(code)?.Versions.FirstOrDefault(v => v.From <= day && (v.Until is null || day <= v.Until));

    /// <summary>The days after one on which its version changes.</summary>
    public IEnumerable<DateOnly> ChangesAfter(string code, DateOnly day) =>
        (Find(code)?.Versions ?? []).SelectMany(v => new[] { v.From, v.Until?.AddDays(1) ?? v.From }).Where(d => d > day);
}
