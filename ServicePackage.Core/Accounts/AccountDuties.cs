using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Accounts;

/// <summary>A room in which people have something that must be handed on before they leave.</summary>
public interface IPersonDuties : IRoom
{
    /// <summary>
    /// Why the person cannot be left with these posts alone; null when nothing stands against it. No list at all: why the account cannot be disabled.
    /// </summary>
    Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts);
}

/// <summary>What a person still has to hand on before leaving a post or the town (plan §五(六)).</summary>
public static class AccountDuties
{
    /// <summary>Why the account cannot be disabled; null when nothing is left.</summary>
    public static Task<Refusal?> RefusalAsync(Operation op, long accountId) => FirstAsync(op, accountId, null);

    /// <summary>Why the person cannot be left with these posts alone: a duty asks for one they would no longer have.</summary>
    public static async Task<Refusal?> RefusalAsync(Operation op, long accountId, IReadOnlyList<PostInput> posts) =>
        await FirstAsync(op, accountId, posts) is { } refusal ? refusal with { Field = nameof(PostsInput.Posts) } : null;

    private static async Task<Refusal?> FirstAsync(Operation op, long accountId, IReadOnlyList<PostInput>? posts)
    {
        ArgumentNullException.ThrowIfNull(op);
        foreach (var room in op.House.Of<IPersonDuties>())
        {
            if (await room.RefusalAsync(op, accountId, posts) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
