using System.Globalization;

namespace ServicePackage.Core.Policies;

/// <summary>What the notice of a digest tells with: keys and names, of which the reader's sentence is made.</summary>
internal static class DigestWording
{
    /// <summary>To an enterprise: of each sort the first by its title, and how many there are. Notices written before name who pushed it by Weekly.By, after the title: these texts stay for them.</summary>
    public static string[] OfEnterprise(IReadOnlyList<DigestNews> news)
    {
        var pushed = news.Where(n => n.PushId is not null).ToList();
        var fresh = news.Where(n => n.IsNew && !pushed.Exists(p => p.ClauseId == n.ClauseId)).ToList();
        var closing = news.Where(n => n.IsClosing).ToList();
        return
        [
            Part("Weekly.New", fresh), Count(fresh),
            pushed.Count > 0 ? $"@{(fresh.Count > 0 ? "Weekly.ThenFrom" : "Weekly.From")}|{Plain(string.Join('、', pushed.Select(p => p.Unit).Distinct()))}" : "", Part("Weekly.Pushed", pushed), Count(pushed),
            Part(fresh.Count + pushed.Count > 0 ? "Weekly.ThenClosing" : "Weekly.Closing", closing), Count(closing),
        ];
    }

    /// <summary>To whoever serves enterprises: how many clauses of each sort that has any, and of which enterprises.</summary>
    public static string[] OfServed(IReadOnlyList<DigestNews> news, string first)
    {
        var firms = news.Select(n => n.EnterpriseId).Distinct().Count();
        var pushed = news.Where(n => n.PushId is not null).Select(n => (n.EnterpriseId, n.ClauseId)).ToHashSet();
        var (fresh, sent, closing) = (Clauses(news.Where(n => n.IsNew && !pushed.Contains((n.EnterpriseId, n.ClauseId)))), Clauses(news.Where(n => n.PushId is not null)), Clauses(news.Where(n => n.IsClosing)));
        return
        [
            Some("Weekly.OfNew", fresh), Some(fresh > 0 ? "Weekly.ThenOfPushed" : "Weekly.OfPushed", sent), Some(fresh + sent > 0 ? "Weekly.ThenOfClosing" : "Weekly.OfClosing", closing),
            first, firms > 1 ? $"@Weekly.Firms|{Number(firms)}" : "",
        ];
    }

    private static string Part(string key, List<DigestNews> news) => news.Count > 0 ? $"@{key}|{Plain(news[0].Title)}" : "";

    private static string Count(List<DigestNews> news) => news.Count > 1 ? $"@Weekly.Count|{Number(news.Count)}" : "";

    private static int Clauses(IEnumerable<DigestNews> news) => news.Select(n => n.ClauseId).Distinct().Count();

    private static string Some(string key, int count) => count > 0 ? $"@{key}|{Number(count)}" : "";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>The sign that parts a key from what is put into it stands in no title.</summary>
    private static string Plain(string title) => title.Replace('|', '｜');
}
