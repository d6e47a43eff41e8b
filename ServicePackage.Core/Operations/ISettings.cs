namespace ServicePackage.Core.Operations;

/// <summary>A section of the configuration. It is read and checked once, at the start of the program.</summary>
public interface ISettings
{
    /// <summary>The section's name.</summary>
    static abstract string Section { get; }

    /// <summary>Why the program must not start with these settings, as a sentence that names the setting; null when they can be used.</summary>
    Refusal? Refuse();
}

/// <summary>What settings are checked for.</summary>
public static class SettingRules
{
    /// <summary>The first of these figures that is out of its range, as a refusal.</summary>
    public static Refusal? Refuse(params IEnumerable<(string Key, int Value, int Least, int Most)> figures) => figures
        .Where(f => f.Value < f.Least || f.Value > f.Most)
        .Select(f => new Refusal("Settings.Range", f.Key, f.Value, f.Least, f.Most))
        .FirstOrDefault();
}
