namespace ServicePackage.Web.Hosting;

/// <summary>Whether a request comes from a page of this very program; browsers send other sites' requests with the visitor's cookies.</summary>
public static class OwnOrigin
{
    /// <summary>The Origin header is the request's own scheme and host; one that is missing is foreign.</summary>
    public static bool Of(HttpRequest request) =>
        string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
