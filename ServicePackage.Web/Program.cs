using ServicePackage.Core;
using ServicePackage.Web.Accounts;
using ServicePackage.Web.Features.Attachments;
using ServicePackage.Web.Features.Documents;
using ServicePackage.Web.Features.Events;
using ServicePackage.Web.Features.Packages;
using ServicePackage.Web.Features.Policies;
using ServicePackage.Web.Features.Roster;
using ServicePackage.Web.Features.Setup;
using ServicePackage.Web.Features.Tickets;
using ServicePackage.Web.Hosting;
using ServicePackage.Web.Jobs;
using ServicePackage.Web.Layout;
using ServicePackage.Web.Verbs;

if (VerbTable.Find(args) is { } verb)
    return await verb.RunAsync(args);

if (await StartHosting.BuilderAsync(args) is not { } builder || !await StartHosting.HasTownZoneAsync() || !await builder.CheckSettingsAsync() || !await builder.TryAddTownDatabaseAsync())
    return 1;

builder.Services.AddTown();
builder.AddSignIn();
builder.AddScreens();
builder.AddLimits();
builder.Services.AddJobs();
builder.Services.AddMailLinks();

var app = builder.Build();
if (!await app.PrepareDatabaseAsync() || !await app.FillDemoTownAsync())
    return 1;

app.UseSafety();
app.MapHealth();
app.MapAccounts();
app.MapAttachments();
app.MapOverdueSheet();
app.MapRosterSheet();
app.MapApplicationSheet();
app.MapClauseEnterpriseSheet();
app.MapImportTemplates();
app.MapPackages();
app.MapEvents();
app.MapTemplates();
app.MapScreens();
return await app.RunToTheEndAsync();
