using System.Security.Cryptography;

namespace ServicePackage.Core.Accounts;

/// <summary>Makes up first passwords that can be read out on the telephone: four groups without characters that look alike.</summary>
public static class FirstPasswordMaker
{
    private const string Characters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    /// <summary>A password nobody has seen.</summary>
    public static string Make() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Characters, GroupLength)));
}
