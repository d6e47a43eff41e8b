using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using ServicePackage.Core.Accounts;

namespace ServicePackage.Web.Accounts;

/// <summary>The session whose cookie a request still carries, though it has ended.</summary>
/// <param name="Why">Why it ended.</param>
internal sealed record EndedSession(SessionEnd Why)
{
    /// <summary>Notes for the sign-in page why the session of this cookie ended; no other page asks.</summary>
    public static async Task NoteAsync(HttpContext context, ClaimsPrincipal? of)
    {
        if (SignedIn.CallerOf(of) is { SessionId: { } session } caller && context.Request.Path.Equals(Addresses.SignIn, StringComparison.OrdinalIgnoreCase))
        {
            var sessions = context.RequestServices.GetRequiredService<SessionService>();
            context.Features.Set(new EndedSession(await sessions.WhyEndedAsync(session, caller.AccountId, context.RequestAborted)));
        }
    }

    /// <summary>
    /// Why the session ended whose cookie this request carries; null where it carries none, or the session is good. A cookie that has expired
    /// by itself was not renewed for as long as an idle session lasts.
    /// </summary>
    public static async Task<SessionEnd?> OfAsync(HttpContext context) =>
        context.Features.Get<EndedSession>()?.Why ?? ((await context.AuthenticateAsync()).Failure is null ? null : SessionEnd.Idle);
}
