using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>One request that is derived from the document.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Parameters">As they go into a JSON body; other styles write objects and arrays as JSON.</param>
/// <param name="Style">How they are brought.</param>
/// <param name="Outcome">What the answer has to be.</param>
/// <param name="AsUser">A person's account makes the call though bots may, too.</param>
internal sealed record Case(string Name, JsonObject Parameters, Style Style, Outcome Outcome, bool AsUser = false);
