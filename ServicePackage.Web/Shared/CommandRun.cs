using ServicePackage.Core.Operations;

namespace ServicePackage.Web.Shared;

/// <summary>
/// One command of a page: its id, which stays the same until it is done, so that a double click or a retry after a lost
/// connection is answered with the first result; and whether it runs just now.
/// </summary>
public sealed class CommandRun
{
    private Guid _id = Guid.NewGuid();

    /// <summary>Whether the command runs.</summary>
    public bool Busy { get; private set; }

    /// <summary>Runs the command unless it runs already. Gives its refusal; null when done, or when it ran already.</summary>
    public async Task<Refusal?> RunAsync(Func<Guid, Task<Refusal?>> command)
    {
        if (Busy)
        {
            return null;
        }

        Busy = true;
        try
        {
            var refusal = await command(_id);
            if (refusal is null)
            {
                _id = Guid.NewGuid();
            }

            return refusal;
        }
        finally
        {
            Busy = false;
        }
    }
}
