using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServicePackage.Core.Data;

/// <summary>Instants are stored in UTC and come back marked as such; a local time reaching storage is a bug.</summary>
public sealed class UtcDateTimeConverter() : ValueConverter<DateTime, DateTime>(
    value => Checked(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value
        : throw new InvalidOperationException("Only UTC instants are stored.");
}
