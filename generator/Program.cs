using TelegramRest.Generator;
using TelegramRest.Generator.OpenApi;
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
        default:
            Console.Error.WriteLine("usage: TelegramRest.Generator <tl|botapi|handlers|mapping|server> --option value …");
            return 2;
    }
}
catch (GeneratorException problem)
{
    Console.Error.WriteLine($"{problem.Message}");
    return 1;
}
