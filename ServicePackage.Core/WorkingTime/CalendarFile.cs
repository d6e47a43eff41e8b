using System.Globalization;
using System.Text.Json;
using ServicePackage.Core.Operations;

namespace ServicePackage.Core.WorkingTime;

/// <summary>
/// Reads years from a file, as the notices arrange them: an object with a key a year, each with <c>holidays</c>, <c>workdays</c>, <c>source</c>, and where
/// wanted <c>issued</c>, <c>certain</c> and <c>workdayCount</c>. All or nothing: whatever is not understood is refused, naming the year and the day.
/// </summary>
public sealed class CalendarFile
{
    /// <summary>The largest file accepted, in characters.</summary>
    public const int Longest = 1_000_000;

    private readonly List<Refusal> _wrong = [];

    private CalendarFile()
    {
    }

    /// <summary>The years in the file, in order, each checked; or a refusal with everything that is wrong in its details.</summary>
    public static Outcome<IReadOnlyList<CalendarYearInput>> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest)
        {
            return new Refusal("CalendarFile.TooLarge", Longest);
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var file = new CalendarFile();
            var years = file.ReadYears(document.RootElement);
            return file._wrong.Count == 0
                ? years
                : file._wrong[0] with { Details = file._wrong };
        }
        catch (JsonException exception)
        {
            return new Refusal("CalendarFile.NotJson", (exception.LineNumber ?? 0) + 1);
        }
    }

    /// <summary>The arrangements that ship with the program.</summary>
    public static IReadOnlyList<CalendarYearInput> Published()
    {
        using var reader = new StreamReader(typeof(CalendarFile).Assembly.GetManifestResourceStream("published-years.json")!);
        return Parse(reader.ReadToEnd()).Value;
    }

    private List<CalendarYearInput> ReadYears(JsonElement root)
    {
        var years = new List<CalendarYearInput>();
        if (root.ValueKind != JsonValueKind.Object || !root.EnumerateObject().Any())
        {
            _wrong.Add(new Refusal("CalendarFile.NoYears"));
            return years;
        }

        var seen = new HashSet<int>();
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name.Length != 4 || !int.TryParse(property.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                _wrong.Add(new Refusal("CalendarFile.NotAYear", Shown(property.Name)));
            }
            else if (!seen.Add(year))
            {
                _wrong.Add(new Refusal("CalendarFile.YearTwice", year));
            }
            else if (ReadYear(year, property.Value) is { } input)
            {
                years.Add(input);
            }
        }

        return [.. years.OrderBy(y => y.Year)];
    }

    private CalendarYearInput? ReadYear(int year, JsonElement element)
    {
        var before = _wrong.Count;
        if (element.ValueKind != JsonValueKind.Object)
        {
            _wrong.Add(new Refusal("CalendarFile.WrongKind", year, year));
            return null;
        }

        var values = new Dictionary<string, JsonElement>();
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is not ("holidays" or "workdays" or "source" or "issued" or "certain" or "workdayCount"))
            {
                _wrong.Add(new Refusal("CalendarFile.UnknownKey", year, Shown(property.Name)));
            }
            else if (!values.TryAdd(property.Name, property.Value))
            {
                _wrong.Add(new Refusal("CalendarFile.KeyTwice", year, property.Name));
            }
        }

        var input = new CalendarYearInput(
            year,
            Days(year, values, "holidays"),
            Days(year, values, "workdays"),
            Value(year, values, "source", JsonValueKind.String)?.GetString() ?? "",
            Value(year, values, "issued", JsonValueKind.String, required: false) is { } issued ? Day(year, issued) : null,
            (Value(year, values, "certain", JsonValueKind.True, required: false)?.ValueKind ?? JsonValueKind.True) == JsonValueKind.True);
        var count = Value(year, values, "workdayCount", JsonValueKind.Number, required: false);
        if (_wrong.Count > before)
        {
            return null;
        }

        if (CalendarYearValidator.Instance.Refuse(input) is { } refusal)
        {
            _wrong.AddRange(refusal.Details);
            return null;
        }

        var counted = CalendarYearValidator.WorkingDaysOf(input);
        if (count is { } stated && !(stated.TryGetInt32(out var number) && number == counted))
        {
            _wrong.Add(new Refusal("CalendarFile.CountDiffers", year, Shown(stated.GetRawText()), counted));
        }

        return input;
    }

    private List<DateOnly> Days(int year, Dictionary<string, JsonElement> values, string key) =>
        Value(year, values, key, JsonValueKind.Array) is { } array
            ? [.. array.EnumerateArray().Select(e => Day(year, e)).OfType<DateOnly>()]
            : [];

    private DateOnly? Day(int year, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        _wrong.Add(new Refusal("CalendarFile.NotADay", year, Shown(element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText())));
        return null;
    }

    private JsonElement? Value(int year, Dictionary<string, JsonElement> values, string key, JsonValueKind kind, bool required = true)
    {
        if (!values.TryGetValue(key, out var value))
        {
            if (required)
            {
                _wrong.Add(new Refusal("CalendarFile.KeyMissing", year, key));
            }

            return null;
        }

        if (value.ValueKind == kind || (kind == JsonValueKind.True && value.ValueKind == JsonValueKind.False))
        {
            return value;
        }

        _wrong.Add(new Refusal("CalendarFile.WrongKind", year, key));
        return null;
    }

    private static string Shown(string text)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
        return line.Length <= 40 ? line : line[..40] + "…";
    }
}
