using System.Diagnostics;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

/// <summary>
/// When the build calls the generator: tried with a project of one verb and two input files. It refers to no project, because the
/// tests run beside builds of them.
/// </summary>
public sealed class InputListTests : IDisposable
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public InputListTests()
    {
        var layers = Directory.CreateDirectory(Path.Combine(folder, "layers")).FullName;
        var types = Path.Combine(Folders.Root, "generator", "node_modules", "@mtcute", "tl");
        File.WriteAllText(Path.Combine(layers, "layer-300.tl"), "parcel#6bc93b56 id:long = Parcel;\n");
        File.WriteAllText(Path.Combine(layers, "layer-301.tl"), "box#47204dfd id:long = Box;\n");
        File.WriteAllText(
            Path.Combine(folder, "Consumer.proj"),
            $"""
             <Project DefaultTargets="Generate">
               <PropertyGroup>
                 <Configuration>{Configuration}</Configuration>
                 <IntermediateOutputPath>obj/</IntermediateOutputPath>
                 <GeneratorVerb>tl</GeneratorVerb>
                 <GeneratorArguments>--base "{types}" --layers "{layers}"</GeneratorArguments>
               </PropertyGroup>
               <ItemGroup>
                 <GeneratorInput Include="layers/*.tl" />
               </ItemGroup>
               <Target Name="ResolveProjectReferences" />
               <Import Project="{Path.Combine(Folders.Root, "generator", "Generate.targets")}" />
             </Project>
             """);
    }

    private string Generated => Path.Combine(folder, "obj", "Generated");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_deleted_input_generates_again_and_an_unchanged_build_does_not()
    {
        Build();
        Assert.True(HasClass("Box"));
        var stamp = Directory.EnumerateFiles(Path.GetDirectoryName(Generated)!, "*.stamp").Single();
        var first = File.GetLastWriteTimeUtc(stamp);

        Build();
        Assert.Equal(first, File.GetLastWriteTimeUtc(stamp));

        File.Delete(Path.Combine(folder, "layers", "layer-301.tl"));
        Build();
        Assert.False(HasClass("Box"));
        Assert.True(HasClass("Parcel"));
    }

    private bool HasClass(string name) =>
        Directory.EnumerateFiles(Generated).Any(file => File.ReadAllText(file).Contains($" class {name} ", StringComparison.Ordinal));

    private void Build()
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet",
            ["msbuild", Path.Combine(folder, "Consumer.proj"), "-nodeReuse:false", "-nologo"])
        {
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
    }
}
