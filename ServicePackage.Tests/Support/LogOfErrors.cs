using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServicePackage.Tests.Support;

/// <summary>Keeps what a program logs as an error.</summary>
public sealed class LogOfErrors : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(string Text, Exception? Exception)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((formatter(state, exception), exception));

    public void Dispose()
    {
        // nothing is held
    }
}
