using Microsoft.Extensions.Options;

namespace ServicePackage.Web.Accounts;

/// <summary>
/// Slows down guessing: few failed sign-ins a minute from one address and for one user name, known or not.
/// A try counts from its beginning, so that many at once gain nothing; a success is taken back.
/// </summary>
public sealed class SignInThrottle(IOptions<SignInSettings> settings, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly int _perAddress = settings.Value.FailuresPerMinutePerAddress;
    private readonly int _perAccount = settings.Value.FailuresPerMinutePerAccount;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _tries = [];

    /// <summary>Begins a try. Null when there have been too many.</summary>
    public Try? Begin(string address, string userName)
    {
        var now = time.GetUtcNow();
        string byAddress = "address " + address, byName = "name " + userName;
        lock (_gate)
        {
            Forget(now - Window);
            if (Count(byAddress) >= _perAddress || Count(byName) >= _perAccount)
            {
                return null;
            }

            Add(byAddress, now);
            Add(byName, now);
        }

        return new Try(this, byAddress, byName, now);
    }

    private int Count(string key) => _tries.TryGetValue(key, out var tries) ? tries.Count : 0;

    private void Add(string key, DateTimeOffset at)
    {
        if (!_tries.TryGetValue(key, out var tries))
        {
            _tries[key] = tries = [];
        }

        tries.Add(at);
    }

    private void Forget(DateTimeOffset before)
    {
        foreach (var (key, tries) in _tries)
        {
            tries.RemoveAll(at => at <= before);
            if (tries.Count == 0)
            {
                _tries.Remove(key);
            }
        }
    }

    private void TakeBack(string byAddress, string byName, DateTimeOffset at)
    {
        lock (_gate)
        {
            _tries.GetValueOrDefault(byAddress)?.Remove(at);
            _tries.GetValueOrDefault(byName)?.Remove(at);
        }
    }

    /// <summary>A sign-in under way.</summary>
    public sealed class Try
    {
        private readonly SignInThrottle _throttle;
        private readonly string _byAddress;
        private readonly string _byName;
        private readonly DateTimeOffset _at;

        internal Try(SignInThrottle throttle, string byAddress, string byName, DateTimeOffset at) =>
            (_throttle, _byAddress, _byName, _at) = (throttle, byAddress, byName, at);

        /// <summary>It was right: it does not count.</summary>
        public void Succeeded() => _throttle.TakeBack(_byAddress, _byName, _at);
    }
}
