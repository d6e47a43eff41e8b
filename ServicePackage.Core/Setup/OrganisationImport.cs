using Microsoft.EntityFrameworkCore;
using ServicePackage.Core.Accounts;
using ServicePackage.Core.Operations;
using ServicePackage.Core.Organisations;
using ServicePackage.Core.Tickets;
using ServicePackage.Core.Words;
using static ServicePackage.Core.Setup.OrganisationColumn;

namespace ServicePackage.Core.Setup;

/// <summary>
/// Takes in the organisations of the plan (§四) with their people, a row a person and post. An organisation that is there already keeps what is known of
/// it and gets its new people; a person who is there already, by user name and name, stays as they are.
/// </summary>
public sealed class OrganisationImport(OperationRunner operations, AccountService accounts) : SheetImport<OrganisationColumn>(operations, accounts)
{
    private static readonly Dictionary<string, Enum> OrganisationFields = new()
    {
        [nameof(NewOrganisationInput.Name)] = Name,
        [nameof(NewOrganisationInput.Kind)] = Kind,
        [nameof(NewOrganisationInput.Phone)] = OfficePhone,
    };

    private static readonly Dictionary<string, Enum> AccountFields = new()
    {
        [nameof(NewAccountInput.UserName)] = UserName,
        [nameof(NewAccountInput.DisplayName)] = PersonName,
        [nameof(NewAccountInput.Phone)] = Phone,
        [nameof(NewAccountInput.Email)] = Email,
        [nameof(NewAccountInput.Posts)] = OrganisationColumn.Post,
    };

    private static readonly OrganisationColumn[] OfAPerson = [PersonName, OrganisationColumn.Post, Phone, Email, UserName];

    private protected override IReadOnlyCollection<OrganisationColumn> Required => [Name, Kind];

    private protected override Refusal? Refuse(Actor actor) => OrganisationService.RefuseChange(actor);

    private protected override Task<SheetFile> TemplateAsync(Operation op, CancellationToken cancellation) =>
        SheetTemplate.WriteAsync(Wording.Text("Import.Organisations"), new Dictionary<OrganisationColumn, IReadOnlyList<string>>
        {
            [Kind] = [.. Kinds.Select(k => Wording.Name(k))],
            [OrganisationColumn.Post] = [.. Enum.GetValues<PostKind>().Select(k => Wording.Name(k))],
        }, cancellation);

    private protected override async Task PlayAsync(Operation op, IReadOnlyList<SheetLine<OrganisationColumn>> lines, ImportRun run, CancellationToken cancellation)
    {
        var organisations = (await op.Db.Organisations.Select(o => new Place(o.Id, o.Name, o.Kind, o.Phone)).ToListAsync(cancellation)).ToDictionary(o => o.Name, StringComparer.Ordinal);
        var people = new List<Wanted>();
        foreach (var line in lines)
        {
            run.States[line.Number] = ImportState.Known;
            var place = await PlaceAsync(op, line, run, organisations);
            if (OfAPerson.Any(c => line[c].Length > 0))
            {
                people.Add(new Wanted(line, place, PostOf(line, run, place)));
            }
        }

        foreach (var person in people.GroupBy(p => UserNameOf(p.Line).ToUpperInvariant()))
        {
            await AddPersonAsync(op, [.. person], run, cancellation);
        }
    }

    /// <summary>The organisation of a row: one that is there, one of an earlier row, or a new one; null where that is refused.</summary>
    private static async Task<Place?> PlaceAsync(Operation op, SheetLine<OrganisationColumn> line, ImportRun run, Dictionary<string, Place> organisations)
    {
        var kind = KindOf(line[Kind]);
        if (organisations.TryGetValue(TextRules.Kept(line[Name]), out var there))
        {
            if (line[Kind].Length > 0 && kind != there.Kind)
            {
                run.Refuse(line.Number, Kind, new Refusal("Import.OtherKind", there.Name, there.Kind));
            }

            if (line[OfficePhone].Length > 0 && PhoneNumber.Normalise(line[OfficePhone]) != there.Phone)
            {
                run.Refuse(line.Number, OfficePhone, there.Phone.Length > 0 ? new Refusal("Import.OtherPhone", there.Name, there.Phone) : new Refusal("Import.NoPhone", there.Name));
            }

            return there;
        }

        var made = await OrganisationService.SetUpAsync(op, new NewOrganisationInput
        {
            Name = line[Name],
            Kind = kind ?? (OrganisationKind)(-1), // refused as one that was not chosen
            Phone = line[OfficePhone],
        });
        if (!made.Done)
        {
            run.Refuse(line.Number, made.Refusal!, OrganisationFields);
            return null;
        }

        run.States[line.Number] = ImportState.New;
        run.Counts = run.Counts with { Organisations = run.Counts.Organisations + 1 };
        return organisations[made.Value.Name] = new Place(made.Value.Id, made.Value.Name, made.Value.Kind, made.Value.Phone);
    }

    private static PostKind? PostOf(SheetLine<OrganisationColumn> line, ImportRun run, Place? place)
    {
        var post = Enum.GetValues<PostKind>().Where(k => Wording.InEveryLanguage(Wording.KeyOf(k)).Any(n => Same(n, line[OrganisationColumn.Post])))
            .Select(k => (PostKind?)k).FirstOrDefault();
        if (post is null && place is not null)
        {
            run.Refuse(line.Number, OrganisationColumn.Post, new Refusal("Import.PostUnknown", place.Name, string.Join(Wording.Text("Import.Separator"), PostKinds.In(place.Kind).Select(k => Wording.Name(k)))));
        }

        return post;
    }

    /// <summary>One person with the posts of all rows that give the same user name.</summary>
    private async Task AddPersonAsync(Operation op, List<Wanted> rows, ImportRun run, CancellationToken cancellation)
    {
        var first = rows[0].Line;
        foreach (var (line, _, _) in rows.Skip(1))
        {
            if (line[PersonName] != first[PersonName] || Differs(line, first, Phone) || Differs(line, first, Email))
            {
                run.Refuse(line.Number, UserName, new Refusal("Import.SameUserName", first.Number, UserNameOf(first)));
            }
        }

        var userName = PersonRules.NormaliseUserName(UserNameOf(first));
        var displayName = TextRules.Kept(first[PersonName]);
        var known = await op.Db.Users.Where(a => a.UserName == userName && a.DisplayName == displayName && a.EnterpriseId == null)
            .Select(a => new { Organisations = a.Posts.Select(p => p.OrganisationId).ToList() })
            .FirstOrDefaultAsync(cancellation);
        if (known is not null)
        {
            // Somebody of this name elsewhere may be another person: only the user name tells.
            foreach (var (line, _, _) in rows.Where(r => r.Line[UserName].Length == 0 && r.Place is { } place && !known.Organisations.Contains(place.Id)))
            {
                run.Refuse(line.Number, UserName, new Refusal("Import.Namesake", displayName));
            }

            return;
        }

        if (rows.Exists(r => r.Place is null || r.Post is null))
        {
            return; // named above
        }

        var (password, hash) = run.SecretOf(first.Number);
        var made = await Accounts.MakeAsync(op, new NewAccountInput
        {
            UserName = UserNameOf(first),
            DisplayName = first[PersonName],
            Phone = First(rows, Phone),
            Email = First(rows, Email),
            Posts = [.. rows.Select(r => new PostInput(r.Post!.Value, r.Place!.Id))],
            Password = password,
        }, hash);
        if (made.Refusal is { } refusal)
        {
            run.Refuse(first.Number, refusal, AccountFields);
            return;
        }

        foreach (var row in rows.Where(r => run.States[r.Line.Number] == ImportState.Known))
        {
            run.States[row.Line.Number] = ImportState.New;
        }

        run.Accounts.Add(new FirstAccount(first.Number, rows[0].Place!.Name, displayName, userName, password));
        run.Counts = run.Counts with { Accounts = run.Counts.Accounts + 1 };
    }

    private static string UserNameOf(SheetLine<OrganisationColumn> line) => line[UserName].Length > 0 ? line[UserName] : line[PersonName];

    private static string First(List<Wanted> rows, OrganisationColumn column) => rows.Select(r => r.Line[column]).FirstOrDefault(t => t.Length > 0) ?? "";

    private static bool Differs(SheetLine<OrganisationColumn> line, SheetLine<OrganisationColumn> first, OrganisationColumn column) =>
        line[column].Length > 0 && first[column].Length > 0 && line[column] != first[column];

    /// <summary>A provider is no organisation of the plan, and has a nature for which the sheet has no column.</summary>
    private static IEnumerable<OrganisationKind> Kinds => Enum.GetValues<OrganisationKind>().Where(k => k != OrganisationKind.Provider);

    private static OrganisationKind? KindOf(string text) => Kinds
        .Where(k => Wording.InEveryLanguage(Wording.KeyOf(k)).Any(n => Same(n, text)))
        .Select(k => (OrganisationKind?)k).FirstOrDefault();

    private static bool Same(string one, string other) => CodeText.Closed(one).Equals(CodeText.Closed(other), StringComparison.OrdinalIgnoreCase);

    private sealed record Place(long Id, string Name, OrganisationKind Kind, string Phone);

    private sealed record Wanted(SheetLine<OrganisationColumn> Line, Place? Place, PostKind? Post);
}
