using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Core.Demo;

/// <summary>Hashes the one password of the demo town once: a hash is slow on purpose, and sixty of them would hold up the start.</summary>
internal sealed class SharedPassword(IOptions<PasswordHasherOptions> options) : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> _hasher = new(options);
    private readonly Dictionary<string, string> _hashes = [];

    public string HashPassword(Account user, string password) =>
        _hashes.TryGetValue(password, out var hash) ? hash : _hashes[password] = _hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
}
