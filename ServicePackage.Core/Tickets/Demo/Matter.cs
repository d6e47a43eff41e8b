using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServicePackage.Core.Tickets.Demo;

/// <summary>What enterprises of a town like this one ask for again and again; amounts and places stand in braces.</summary>
/// <param name="Topic">The name of its topic.</param>
/// <param name="Type">Its type.</param>
/// <param name="Unit">Who handles it; 经济城 stands for the enterprise's own.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Report">Progress on the way; empty where it goes quickly.</param>
/// <param name="Done">What was done in the end.</param>
internal sealed record Matter(string Topic, TicketType Type, string Unit, string Title, string Text, string Report, string Done)
{
    private const string OwnCity = "经济城";

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static readonly string[] Gates = ["东门", "南门", "西门", "北门"];
    private static readonly string[] Phases = ["一期", "二期", "三期"];
    private static readonly int[] Sums = [80, 150, 300, 500, 800, 1200, 2000];
    private static readonly int[] Areas = [600, 900, 1500, 2400, 3600, 5200];
    private static readonly int[] Powers = [400, 630, 800, 1000, 1250];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Matter> All = Read();

    /// <summary>The same in the words of one case.</summary>
    public Matter Of(int nth, string city) => this with
    {
        Unit = Unit == OwnCity ? city : Unit,
        Title = Fill(Title, nth),
        Text = Fill(Text, nth),
        Report = Fill(Report, nth),
        Done = Fill(Done, nth),
    };

    private static string Fill(string text, int nth) => text
        .Replace("{门}", Gates[nth % Gates.Length], StringComparison.Ordinal)
        .Replace("{期}", Phases[nth % Phases.Length], StringComparison.Ordinal)
        .Replace("{数}", $"{5 + (nth * 7 % 36)}", StringComparison.Ordinal)
        .Replace("{万}", $"{Sums[nth % Sums.Length]}", StringComparison.Ordinal)
        .Replace("{面}", $"{Areas[nth % Areas.Length]}", StringComparison.Ordinal)
        .Replace("{千伏}", $"{Powers[nth % Powers.Length]}", StringComparison.Ordinal);

    private static List<Matter> Read()
    {
        using var file = typeof(Matter).Assembly.GetManifestResourceStream("demo-matters.json")!;
        return JsonSerializer.Deserialize<List<Matter>>(file, Names)!;
    }
}
