using System.Reflection;
using TelegramRest.Server.Http;

namespace TelegramRest.Server.Docs;

/// <summary><c>/docs</c> and the document behind it. Nothing of it is fetched from elsewhere, so it works without the internet.</summary>
/// <remarks>https://github.com/scalar/scalar</remarks>
internal static class DocumentationEndpoints
{
    // The page may load and call this server only; scripts of the page are files, styles are the bundle's own.
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

    public static void MapDocumentation(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context) => context.Response.Redirect(Pages.Docs));
        MapPage(routes, Pages.Docs, "docs.html", "text/html; charset=utf-8");
        MapPage(routes, $"{Pages.Docs}/start.js", "docs.start.js", "text/javascript; charset=utf-8");
        MapPage(routes, Pages.SpecYaml, "openapi.yaml", "application/yaml; charset=utf-8");
        MapPage(routes, Pages.SpecJson, "openapi.json", "application/json; charset=utf-8");

        var bundle = Path.Combine(AppContext.BaseDirectory, "docs", "scalar.js");
        routes.MapMethods($"{Pages.Docs}/scalar.js", [HttpMethods.Get, HttpMethods.Head], (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return Results.File(bundle, "text/javascript; charset=utf-8", lastModified: File.GetLastWriteTimeUtc(bundle)).ExecuteAsync(context);
        });
    }

    private static void MapPage(IEndpointRouteBuilder routes, string path, string resource, string contentType)
    {
        var content = Load(resource);
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], async (HttpContext context) =>
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = content.Length;
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            if (path is Pages.SpecYaml or Pages.SpecJson)
                context.Response.Headers.AccessControlAllowOrigin = "*";
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        });
    }

    private static byte[] Load(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the build.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
