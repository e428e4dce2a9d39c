using TelegramRest.Generator;
using TelegramRest.Generator.OpenApi;
using TelegramRest.Generator.Sdk;
using TelegramRest.Generator.Tl;

// One verb per thing that is generated; each reads its inputs, builds a model, emits, and writes what changed.
try
{
    switch (args)
    {
        case ["tl", ..]:
            TlVerb.Run(Options.Parse(args.AsSpan(1)));
            return 0;
        case ["botapi", ..]:
            BotApiVerb.Run(Options.Parse(args.AsSpan(1)));
            return 0;
        case ["handlers", ..]:
            HandlersVerb.Run(Options.Parse(args.AsSpan(1)));
            return 0;
        case ["mapping", ..]:
            MappingVerb.Run(Options.Parse(args.AsSpan(1)));
            return 0;
        case ["server", ..]:
            ServerVerb.Run(Options.Parse(args.AsSpan(1)));
            return 0;
        case ["sdk", ..]:
            SdkVerb.Run(Options.Parse(args.AsSpan(1)));
            return 0;
        case ["table", ..]:
            TableVerb.Run(Options.Parse(args.AsSpan(1)));
            return 0;
        case ["diff", var before, var after]:
            return DiffVerb.Run(before, after, null, Console.Out);
        case ["diff", var before, var after, "--since", var tag]:
            return DiffVerb.Run(before, after, tag, Console.Out);
        default:
            Console.Error.WriteLine("usage: TelegramRest.Generator <tl|botapi|handlers|mapping|server|sdk|table> --option value …");
            Console.Error.WriteLine("       TelegramRest.Generator diff OLD NEW [--since TAG]");
            return 2;
    }
}
catch (GeneratorException problem)
{
    Console.Error.WriteLine($"{problem.Message}");
    return args is ["diff", ..] ? 2 : 1;
}
