using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Data;
using ServicePackage.Core.Words;

namespace ServicePackage.Core.Notices;

/// <summary>What notices are about, as a page filters them.</summary>
public enum NoticeMatter
{
    /// <summary>The reader's turn came.</summary>
    Asked,

    /// <summary>A clock comes close to its due instant, or is past it.</summary>
    Level,

    /// <summary>What was done about a demand.</summary>
    Moved,

    /// <summary>All else: who serves whom, organisations merged.</summary>
    Other,
}

/// <summary>Which of one's own notices a page shows; every part may be left out.</summary>
public sealed record NoticeFilter
{
    private const int FromNarrowToWide = 'Ａ' - 'A';

    /// <summary>True: only what still waits for its reader; false: only what asks for nothing.</summary>
    public bool? Asks { get; init; }

    public NoticeMatter? Matter { get; init; }

    /// <summary>In the words it tells with, such as a demand's number or title: each part between spaces, whatever its width and case.</summary>
    public string Text { get; init; } = "";

    public int Skip { get; init; }

    public int Take { get; init; } = 50;

    /// <summary>Whether anything is left out.</summary>
    public bool Narrows => Asks is not null || Matter is not null || Text.Length > 0;

    /// <summary>The notices it leaves.</summary>
    internal IQueryable<Notice> Of(IQueryable<Notice> notices, AppDbContext db)
    {
        var left = notices;
        if (Asks is { } asks)
        {
            left = asks ? left.Where(n => n.Asks != null && n.DoneAt == null) : left.Where(n => n.Asks == null);
        }

        foreach (var part in Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(SearchText.Fold))
        {
            left = left.Where(Says(part, db.Database.IsNpgsql()));
        }

        return Matter switch
        {
            null => left,
            NoticeMatter.Asked => left.Where(n => n.Kind.StartsWith("Asked.")),
            NoticeMatter.Level => left.Where(n => n.Kind.StartsWith("Level.")),
            NoticeMatter.Moved => left.Where(n => n.Kind.StartsWith("Moved.") || n.Kind.StartsWith("Yours.")),
            NoticeMatter.Other => left.Where(n => !EF.Functions.Like(n.Kind, "%.%") || n.Kind.StartsWith("Weekly.")),
            _ => throw new InvalidOperationException($"Nobody has said which notices are about {Matter}."),
        };
    }

    /// <summary>What a notice tells with stands as it was typed, in the one width or the other. SQLite knows no case of wide letters: they are all small or all capital.</summary>
    private static Expression<Func<Notice, bool>> Says(string part, bool onPostgres)
    {
        var (narrow, wide, capital) = (PatternOf(part), PatternOf(Wide(part)), PatternOf(Wide(part.ToUpperInvariant())));
        return onPostgres
            ? n => EF.Functions.ILike(n.Arguments, narrow, @"\") || EF.Functions.ILike(n.Arguments, wide, @"\")
            : n => EF.Functions.Like(n.Arguments, narrow, @"\") || EF.Functions.Like(n.Arguments, wide, @"\") || EF.Functions.Like(n.Arguments, capital, @"\");
    }

    private static string PatternOf(string part) =>
        $"%{part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private static string Wide(string part) => string.Concat(part.Select(c => c is > ' ' and <= '~' ? (char)(c + FromNarrowToWide) : c));
}
