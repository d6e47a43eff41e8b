using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Data;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Words;

namespace ServicePackage.Web.Accounts;

/// <summary>How a sign-in went. A wrong password, an unknown name, a locked and a disabled account look the same.</summary>
public enum SignInAnswer
{
    /// <summary>Signed in.</summary>
    Welcome,

    /// <summary>Signed in; the first password must be changed.</summary>
    FirstPassword,

    /// <summary>Name or password are wrong, or the account is locked or disabled.</summary>
    Wrong,

    /// <summary>Too many tries in a minute.</summary>
    TooMany,
}

/// <summary>Checks name and password and opens the session, at one pace for everybody.</summary>
public sealed partial class SignInDesk(
    SignInManager<Account> signIn,
    UserManager<Account> users,
    IPasswordHasher<Account> hasher,
    SessionService sessions,
    SignInThrottle throttle,
    TimeProvider time,
    ILogger<SignInDesk> logger)
{
    /// <summary>
    /// No "wrong" is answered sooner than this after the try began, so that the time does not tell a known name, whose tries are
    /// counted in the database, from an unknown one.
    /// </summary>
    private static readonly TimeSpan WrongTakes = TimeSpan.FromMilliseconds(400);

    private static readonly Account Nobody = new();

    private static string? _nobodysHash;

    /// <summary>Signs in, writing the session's row and the cookie. Refused where the store cannot take it.</summary>
    public async Task<Outcome<SignInAnswer>> SignInAsync(HttpContext context, string userName, string password)
    {
        try
        {
            return await TryAsync(context, userName, password);
        }
        catch (Exception exception) when (StorageTrouble.RefusalOf(exception) is not null)
        {
            return StorageTrouble.RefusalOf(exception)!;
        }
    }

    private async Task<Outcome<SignInAnswer>> TryAsync(HttpContext context, string userName, string password)
    {
        var begun = time.GetTimestamp();
        var name = TextRules.IsReadable(userName) ? PersonRules.NormaliseUserName(userName) : ""; // what cannot be read cannot be normalised either
        var secret = TextRules.IsReadable(password) && password.Length <= PasswordRules.Longest * 2 ? password : "";
        if (throttle.Begin(context.Connection.RemoteIpAddress?.ToString() ?? "", users.NormalizeName(name)) is not { } attempt)
        {
            LogTooMany();
            return SignInAnswer.TooMany;
        }

        if (await CheckAsync(name, secret) is not { } account)
        {
            LogWrong();
            await PauseUntilAsync(begun, context.RequestAborted);
            return SignInAnswer.Wrong;
        }

        attempt.Succeeded();
        var session = await sessions.BeginAsync(account.Id, context.RequestAborted);
        if (session.Refusal is { } trouble)
        {
            return trouble;
        }

        await context.SignInAsync(SignedIn.Principal(account.Id, session.Value, account.MustChangePassword));
        LogWelcome(account.Id);
        return account.MustChangePassword ? SignInAnswer.FirstPassword : SignInAnswer.Welcome;
    }

    private async Task<Account?> CheckAsync(string name, string password)
    {
        _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        var account = name.Length > 0 ? await users.FindByNameAsync(name) : null;
        if (account is null || account.DisabledAt is not null || await users.IsLockedOutAsync(account))
        {
            // The same work as for a known name, so that the time tells nothing.
            hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
            return null;
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded ? account : null;
    }

    /// <summary>Waits until a "wrong" may be answered. A timer may ring a little early, so the clock is asked again.</summary>
    private async Task PauseUntilAsync(long begun, CancellationToken cancellation)
    {
        while (WrongTakes - time.GetElapsedTime(begun) is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left + TimeSpan.FromMilliseconds(1), time, cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Account {AccountId} signed in.")]
    private partial void LogWelcome(long accountId);

    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in failed.")]
    private partial void LogWrong();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-ins are refused for a minute: too many have failed.")]
    private partial void LogTooMany();
}
