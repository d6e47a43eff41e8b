using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePackage.Core.Packages;

/// <summary>
/// What makes two packages the same: their clauses with group, amount, window and word, the services and demands with their states, what was obtained, and whom to turn
/// to. The day, the lamps and what is worth doing now pass with time and make no other package of it.
/// </summary>
internal static class PackageKey
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The key, in hexadecimal.</summary>
    public static string Of(PackageContent content)
    {
        var text = new StringBuilder();
        foreach (var c in content.Clauses)
        {
            text.Append(CultureInfo.InvariantCulture, $"c{c.ClauseId}|{c.Group}|{c.Yuan}|{c.Window}|{c.WindowFrom:O}|{c.WindowUntil:O}|{c.IsPutForward}|{c.Word}|{c.IsAppliedFor}\n");
        }

        foreach (var s in content.Services)
        {
            text.Append(CultureInfo.InvariantCulture, $"s{s.PickId}|{s.State}\n");
        }

        foreach (var e in content.Seats)
        {
            text.Append(CultureInfo.InvariantCulture, $"e{e.EventId}|{e.StartsAt:O}|{e.Where}|{e.State}|{e.People}\n");
        }

        foreach (var r in content.Recommended)
        {
            text.Append(CultureInfo.InvariantCulture, $"r{r.ServiceId}\n");
        }

        foreach (var d in content.Demands.OrderBy(d => d.Id))
        {
            text.Append(CultureInfo.InvariantCulture, $"d{d.Id}|{d.State}\n");
        }

        foreach (var o in content.Obtained.OrderBy(o => o.Id))
        {
            text.Append(CultureInfo.InvariantCulture, $"o{o.Id}|{o.Yuan}|{o.IsUnpaid}\n");
        }

        foreach (var p in content.AllLeaders.DefaultIfEmpty().Prepend(content.Butler))
        {
            text.Append(CultureInfo.InvariantCulture, $"p{p?.Name.Chinese}|{p?.Phone}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>A package as it is kept.</summary>
    public static string Write(PackageContent content) => JsonSerializer.Serialize(content with { Clauses = [.. content.Clauses.Select(c => c with { Choice = 0 })] }, Plain);

    /// <summary>A package that was kept; null for one that cannot be read any more.</summary>
    public static PackageContent? Read(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<PackageContent>(kept, Plain);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
