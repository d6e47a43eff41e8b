namespace ServicePackage.Web.Features.Jobs;

/// <summary>Marks the texts of the jobs' page.</summary>
public sealed class JobTexts;
