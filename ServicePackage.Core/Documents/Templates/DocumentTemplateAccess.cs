using ServicePackage.Core.Operations;
using ServicePackage.Core.Rooms;

namespace ServicePackage.Core.Documents;

/// <summary>Who sees and changes templates: the Centre, and nobody else.</summary>
public static class DocumentTemplateAccess
{
    /// <summary>The templates that the actor sees.</summary>
    public static IQueryable<DocumentTemplate> VisibleTo(this IQueryable<DocumentTemplate> templates, Operation op)
    {
        ArgumentNullException.ThrowIfNull(op);
        var isCentre = op.Actor.IsCentre;
        return templates.Where(t => isCentre);
    }

    /// <summary>The kinds of document of the house.</summary>
    public static IEnumerable<DocumentKind> DocumentKinds(this House house)
    {
        ArgumentNullException.ThrowIfNull(house);
        return house.Of<IDocumentKinds>().SelectMany(r => r.DocumentKinds);
    }

    /// <summary>Which template of each kind is in force: the last that was put in force. A kind without one has the built-in.</summary>
    public static IQueryable<DocumentTemplateUse> InForce(this IQueryable<DocumentTemplateUse> uses)
    {
        var all = uses;
        return uses.Where(u => !all.Any(l => l.Kind == u.Kind && l.Order > u.Order));
    }
}
