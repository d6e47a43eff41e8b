using ServicePackage.Web.Layout;

namespace ServicePackage.Web.Features.Tickets;

/// <summary>The name of a unit in the reader's language; the Chinese one where it has no other.</summary>
public static class UnitName
{
    /// <summary>The one of the two names to show.</summary>
    public static string Of(string name, string english) => Languages.IsChinese || english.Length == 0 ? name : english;
}
