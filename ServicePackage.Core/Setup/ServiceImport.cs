using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Catalogue;
using ServicePackage.Core.Conditions;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using static ServicePackage.Core.Setup.ServiceColumn;

namespace ServicePackage.Core.Setup;

/// <summary>
/// Takes in a list of services, such as the district's (plan §三(二)). Each row becomes a draft that is handed in for review: somebody else of the Centre publishes it. A
/// provider that is not there yet is set up with its nature; a service of the same name and provider stays as it is.
/// </summary>
public sealed class ServiceImport(OperationRunner operations, AccountService accounts) : SheetImport<ServiceColumn>(operations, accounts)
{
    private static readonly char[] Between = [',', '，', '、', ';', '；', '/'];

    private static readonly Dictionary<string, Enum> Fields = new()
    {
        [nameof(ServiceInput.ProviderId)] = Provider,
        [nameof(ServiceInput.Title)] = Title,
        [nameof(ServiceInput.Class)] = Class,
        [nameof(ServiceInput.Level)] = Level,
        [nameof(ServiceInput.Forms)] = Forms,
        [nameof(ServiceInput.Fee)] = Fee,
        [nameof(ServiceInput.FeeWords)] = FeeWords,
        [nameof(ServiceInput.FeeYuan)] = FeeYuan,
        [nameof(ServiceInput.Text)] = Text,
        [nameof(ServiceInput.HowToGet)] = HowToGet,
        [nameof(ServiceInput.Contact)] = Contact,
        [nameof(ServiceInput.Phone)] = Phone,
        [nameof(ServiceInput.SourceAddress)] = Source,
    };

    private static readonly Dictionary<string, Enum> ProviderFields = new()
    {
        [nameof(NewOrganisationInput.Name)] = Provider,
        [nameof(NewOrganisationInput.Nature)] = Nature,
    };

    private protected override IReadOnlyCollection<ServiceColumn> Required => [Title, Provider, Class, Level, Forms, Fee, Text, HowToGet];

    private protected override Refusal? Refuse(Actor actor) =>
        actor.IsCentre ? null : actor.EnterpriseId is null ? Refusal.NotAllowed : Refusal.NotFound;

    private protected override Task<SheetFile> TemplateAsync(Operation op, CancellationToken cancellation) =>
        SheetTemplate.WriteAsync(Wording.Text("Import.Services"), new Dictionary<ServiceColumn, IReadOnlyList<string>>
        {
            [Nature] = Names<ProviderNature>(),
            [Class] = Names<ServiceClass>(),
            [Level] = Names<ServiceLevel>(),
            [Fee] = Names<ServiceFee>(),
        }, cancellation);

    private protected override async Task PlayAsync(Operation op, IReadOnlyList<SheetLine<ServiceColumn>> lines, ImportRun run, CancellationToken cancellation)
    {
        var providers = await op.Db.Organisations.Where(o => o.Kind == OrganisationKind.Provider).ToDictionaryAsync(o => o.Name, o => o.Id, StringComparer.Ordinal, cancellation);
        var known = (await op.Db.ServiceVersions.VisibleTo(op).Where(v => v.Service.WithdrawnAt == null && v.State != ServiceState.Superseded)
            .Select(v => new { v.Title, v.Service.ProviderId }).ToListAsync(cancellation)).Select(v => (v.Title, v.ProviderId)).ToHashSet();
        var rows = new Dictionary<(string, long), int>();
        foreach (var line in lines)
        {
            run.States[line.Number] = ImportState.New;
            if (await ProviderAsync(op, line, run, providers) is not { } provider)
            {
                continue;
            }

            var service = (TextRules.Kept(line[Title]), provider);
            if (known.Contains(service))
            {
                run.States[line.Number] = ImportState.Known;
                continue;
            }

            if (!rows.TryAdd(service, line.Number))
            {
                run.Refuse(line.Number, Title, new Refusal("Import.SameService", rows[service]));
                continue;
            }

            await EnterAsync(op, line, provider, run, cancellation);
        }
    }

    /// <summary>The provider of a row: one that is there, one of an earlier row, or a new one; null where that is refused.</summary>
    private static async Task<long?> ProviderAsync(Operation op, SheetLine<ServiceColumn> line, ImportRun run, Dictionary<string, long> providers)
    {
        var name = TextRules.Kept(line[Provider]);
        if (providers.TryGetValue(name, out var there))
        {
            return there;
        }

        if (name.Length > 0 && line[Nature].Length == 0)
        {
            run.Refuse(line.Number, Provider, new Refusal("Import.ProviderUnknown", name));
            return null;
        }

        var made = await OrganisationService.SetUpAsync(op, new NewOrganisationInput { Kind = OrganisationKind.Provider, Name = line[Provider], Nature = Member<ProviderNature>(line, Nature, run) });
        if (!made.Done)
        {
            run.Refuse(line.Number, made.Refusal!, ProviderFields);
            return null;
        }

        run.Counts = run.Counts with { Organisations = run.Counts.Organisations + 1 };
        return providers[made.Value.Name] = made.Value.Id;
    }

    private static async Task EnterAsync(Operation op, SheetLine<ServiceColumn> line, long provider, ImportRun run, CancellationToken cancellation)
    {
        var forms = line[Forms].Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => MemberOf<ServiceForms>(f)).ToList();
        var day = line[GoodUntil].Length == 0 ? null : SheetDays.Read(line[GoodUntil]);
        if (line[GoodUntil].Length > 0 && day is null)
        {
            run.Refuse(line.Number, GoodUntil, new Refusal("Import.NoDay", line[GoodUntil]));
        }
        else if (day < op.Today)
        {
            run.Refuse(line.Number, GoodUntil, new Refusal("Service.DraftEnded"));
        }

        var criteria = line[Audience].Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(n => (Name: n, Criterion: Criteria.OfTheProgram.All.FirstOrDefault(c => n.Equals(c.Chinese, StringComparison.OrdinalIgnoreCase) || n.Equals(c.English, StringComparison.OrdinalIgnoreCase)))).ToList();
        if (criteria.Find(c => c.Criterion is null) is { Name: { } unknown })
        {
            run.Refuse(line.Number, Audience, new Refusal("Import.NotAmong", unknown, string.Join(Wording.Text("Import.Separator"), Criteria.OfTheProgram.All.Select(c => c.Name))));
        }

        if (forms.Contains(null))
        {
            run.Refuse(line.Number, Forms, new Refusal("Import.NotAmong", line[Forms], string.Join(Wording.Text("Import.Separator"), Names<ServiceForms>())));
        }

        var entered = await ServiceDraftService.EnterAsync(op, new ServiceInput
        {
            ProviderId = provider,
            Title = line[Title],
            Class = Member<ServiceClass>(line, Class, run),
            Level = Member<ServiceLevel>(line, Level, run),
            Online = forms.Contains(ServiceForms.Online),
            OnSite = forms.Contains(ServiceForms.OnSite),
            AtFirm = forms.Contains(ServiceForms.AtFirm),
            Fee = Member<ServiceFee>(line, Fee, run),
            FeeWords = line[FeeWords],
            FeeYuan = line[FeeYuan],
            Text = line[Text],
            HowToGet = line[HowToGet],
            Contact = line[Contact],
            Phone = line[Phone],
            SourceAddress = line[Source],
            GoodUntil = day,
            Criteria = [.. criteria.Select(c => c.Criterion?.Code).OfType<string>().Distinct()],
        }, cancellation);
        if (!entered.Done)
        {
            run.Refuse(line.Number, entered.Refusal!, Fields);
            return;
        }

        (entered.Value.State, entered.Value.SubmittedAt, entered.Value.SubmittedById) = (ServiceState.Submitted, op.Now, op.Actor.AccountId);
        op.Note(entered.Value.Service, "SubmitService", new { entered.Value.Number, entered.Value.Title });
        run.Counts = run.Counts with { Services = run.Counts.Services + 1 };
        await op.SaveAsync(cancellation);
    }

    /// <summary>The member that a cell names; null where it is empty, or names none, which is written down.</summary>
    private static TEnum? Member<TEnum>(SheetLine<ServiceColumn> line, ServiceColumn column, ImportRun run)
        where TEnum : struct, Enum
    {
        var member = line[column].Length == 0 ? null : MemberOf<TEnum>(line[column]);
        if (member is null && line[column].Length > 0)
        {
            run.Refuse(line.Number, column, new Refusal("Import.NotAmong", line[column], string.Join(Wording.Text("Import.Separator"), Names<TEnum>())));
        }

        return member;
    }

    private static TEnum? MemberOf<TEnum>(string text)
        where TEnum : struct, Enum =>
        Members<TEnum>().Where(m => Wording.InEveryLanguage(Wording.KeyOf(m)).Any(n => n.Equals(CodeText.Of(text), StringComparison.OrdinalIgnoreCase))).Select(m => (TEnum?)m).FirstOrDefault();

    private static IReadOnlyList<string> Names<TEnum>()
        where TEnum : struct, Enum =>
        [.. Members<TEnum>().Select(m => Wording.Name(m))];

    /// <summary>All but what stands for none of them.</summary>
    private static IEnumerable<TEnum> Members<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Where(m => !m.ToString().Equals("None", StringComparison.Ordinal));
}
