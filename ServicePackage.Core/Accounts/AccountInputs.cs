namespace ServicePackage.Core.Accounts;

/// <summary>A post as typed: which, and where.</summary>
public sealed record PostInput(PostKind Kind, long OrganisationId);

/// <summary>A new account, as typed: of an enterprise, or holding posts; never both.</summary>
public sealed class NewAccountInput
{
    /// <summary>The name to sign in with; may be Chinese.</summary>
    public string UserName { get; set; } = "";

    public string DisplayName { get; set; } = "";

    /// <summary>The person's telephone; may stay empty.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The person's e-mail address; may stay empty.</summary>
    public string Email { get; set; } = "";

    /// <summary>The enterprise the person speaks for; null for the town's own people.</summary>
    public long? EnterpriseId { get; set; }

    /// <summary>The posts of one of the town's own people.</summary>
    public List<PostInput> Posts { get; set; } = [];

    /// <summary>The first password; the person must change it on signing in.</summary>
    public string Password { get; set; } = "";
}

/// <summary>A person's changed facts, as typed.</summary>
public sealed class AccountInput
{
    public long Id { get; set; }

    /// <summary>The version the administrator saw.</summary>
    public int Version { get; set; }

    public string DisplayName { get; set; } = "";

    /// <summary>The person's telephone; may stay empty.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The person's e-mail address; may stay empty.</summary>
    public string Email { get; set; } = "";
}

/// <summary>All posts a person is to hold from now on.</summary>
public sealed class PostsInput
{
    public long Id { get; set; }

    /// <summary>The version the administrator saw.</summary>
    public int Version { get; set; }

    /// <summary>The posts; what is not here is taken away.</summary>
    public List<PostInput> Posts { get; set; } = [];
}

/// <summary>A new password set by the administrator.</summary>
public sealed class PasswordInput
{
    public long Id { get; set; }

    /// <summary>The version the administrator saw.</summary>
    public int Version { get; set; }

    /// <summary>The new password; the person must change it on signing in.</summary>
    public string Password { get; set; } = "";
}
