using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Mail;

/// <summary>Whom a reader turns to: an organisation with its office telephone, and for an enterprise the person there.</summary>
/// <param name="Person">The person; null for the office.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="EnglishName">Its English name; empty where it has none.</param>
/// <param name="Phone">Its telephone.</param>
public sealed record ContactPoint(string? Person, string Organisation, string EnglishName, string Phone);

/// <summary>The room that knows where people are found.</summary>
public interface IContactPoints : IRoom
{
    /// <summary>Where this person is found; without one, the Centre. Null where there is no Centre.</summary>
    Task<ContactPoint?> OfAsync(Operation op, long? accountId, CancellationToken cancellation);
}
