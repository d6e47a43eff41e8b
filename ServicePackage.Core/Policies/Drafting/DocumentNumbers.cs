using ServicePackage.Core.Words;

namespace ServicePackage.Core.Policies;

/// <summary>Document numbers 文号, however they are typed.</summary>
public static class DocumentNumbers
{
    /// <summary>The one form in which two are compared: letters and digits alone, so that 〔2024〕, [2024] and （2024） are the same. Empty where it has none.</summary>
    public static string Key(string? number) => string.Concat(SearchText.Fold(number).Where(char.IsLetterOrDigit));
}
