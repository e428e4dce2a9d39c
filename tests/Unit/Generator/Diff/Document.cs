using TelegramRest.Generator.OpenApi.Diff;
using TelegramRest.Generator.OpenApi.Read;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Diff;

/// <summary>A document small enough to be changed by replacing a piece of its text.</summary>
internal static class Document
{
    public const string Text = """
        openapi: 3.0.3
        info: { title: Parcels, version: '1' }
        servers: [{ url: '/bot{token}' }]
        paths:
          /sendParcel:
            post:
              operationId: sendParcel
              tags: [Parcels]
              summary: Sends a parcel.
              x-accounts: [bot, user]
              x-aliases: [sendPackage]
              requestBody:
                content:
                  application/json: { schema: { $ref: '#/components/schemas/SendParcelRequest' } }
                  multipart/form-data: { schema: { $ref: '#/components/schemas/SendParcelRequest' } }
              responses:
                '200':
                  content:
                    application/json:
                      schema: { type: object, required: [ok, result], properties: { ok: { type: boolean }, result: { $ref: '#/components/schemas/Parcel' } } }
                      example: { ok: true }
                default: { $ref: '#/components/responses/Error' }
          /close:
            post:
              operationId: close
              tags: [Parcels]
              summary: Closes the counter.
              x-accounts: [bot, user]
              responses:
                default: { $ref: '#/components/responses/Error' }
        components:
          responses:
            Error: { description: An error., content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
          schemas:
            Error: { type: object, description: An error., properties: { code: { type: integer } } }
            SendParcelRequest:
              type: object
              description: Parameters of sendParcel.
              required: [to]
              properties:
                to: { type: string, minLength: 1, maxLength: 64, pattern: '^[a-z]+$', x-aliases: [recipient], description: Who gets it. }
                weight: { type: integer, minimum: 1, maximum: 100, x-on-violation: clamp, default: 5, description: In grams. }
                copies: { type: array, items: { type: integer }, maxItems: 10, x-on-violation: error, x-error: { maxItems: Too many, json: No list }, description: Numbers. }
                speed: { allOf: [{ $ref: '#/components/schemas/Speed' }], description: How fast. }
                wrapping: { $ref: '#/components/schemas/Wrapping' }
                picture: { type: string, x-strict: true, description: A picture. }
                note: { type: string, x-unless: picture, x-accounts: [bot, user], description: A note. }
            Speed: { type: string, enum: [slow, fast], description: How fast. }
            Wrapping:
              description: What is around it.
              x-shorthand: paper
              oneOf: [{ $ref: '#/components/schemas/Paper' }, { $ref: '#/components/schemas/Box' }]
              discriminator: { propertyName: type, mapping: { paper: '#/components/schemas/Paper', box: '#/components/schemas/Box' } }
            Paper: { type: object, description: Paper., required: [type], properties: { type: { type: string, enum: [paper] } } }
            Box: { type: object, description: A box., required: [type], properties: { type: { type: string, enum: [box] } } }
            Parcel:
              type: object
              description: A parcel.
              required: [id, state]
              properties:
                id: { type: integer, format: int64, description: Its number. }
                state: { $ref: '#/components/schemas/State' }
                height: { type: integer, maximum: 200, description: In centimetres. }
                seal: { $ref: '#/components/schemas/Seal' }
            State: { type: string, enum: [waiting, arrived], description: Where it is. }
            Seal:
              description: What closes it.
              oneOf: [{ $ref: '#/components/schemas/Paper' }, { $ref: '#/components/schemas/Wax' }]
            Wax: { type: object, description: Wax., properties: { colour: { type: string } } }
        """;

    /// <summary>What changes between the document and the document with one piece replaced, as lines.</summary>
    public static IEnumerable<string> Changes(string piece, string replacement)
    {
        Assert.Contains(piece, Text, StringComparison.Ordinal);
        return DocumentDiff.Compare(SpecFile.Parse("old", Text), SpecFile.Parse("new", Text.Replace(piece, replacement, StringComparison.Ordinal)))
            .Select(change => $"{change.Severity} {change.Pointer}: {change.What}");
    }
}
