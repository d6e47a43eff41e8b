using Microsoft.Extensions.Options;

namespace ServicePackage.Tests.Support;

/// <summary>Settings at their defaults.</summary>
public sealed class Unchanging<T> : IOptionsMonitor<T>
    where T : new()
{
    public T CurrentValue { get; } = new();

    public T Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
