using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Service;

/// <summary>Telegram Passport data, which only the bot's owner can decrypt.</summary>
/// <remarks>https://core.telegram.org/bots/api#passportdata</remarks>
internal static class PassportMapper
{
    public static PassportData ToBotApi(Tl.MessageActionSecureValuesSentMe action) => new()
    {
        Data = [.. action.Values.Select(ToBotApi)],
        Credentials = new EncryptedCredentials
        {
            Data = Convert.ToBase64String(action.Credentials.Data.Span),
            Hash = Convert.ToBase64String(action.Credentials.Hash.Span),
            Secret = Convert.ToBase64String(action.Credentials.Secret.Span),
        },
    };

    private static EncryptedPassportElement ToBotApi(Tl.SecureValue value) => new()
    {
        Type = TypeOf(value.Type),
        Data = value.Data == null ? null : Convert.ToBase64String(value.Data.Data.Span),
        PhoneNumber = (value.PlainData as Tl.SecurePlainPhone)?.Phone,
        Email = (value.PlainData as Tl.SecurePlainEmail)?.Email,
        Files = value.Files?.Select(ToFile).OfType<PassportFile>().ToArray().OrNull(),
        FrontSide = ToFile(value.FrontSide),
        ReverseSide = ToFile(value.ReverseSide),
        Selfie = ToFile(value.Selfie),
        Translation = value.Translation?.Select(ToFile).OfType<PassportFile>().ToArray().OrNull(),
        Hash = Convert.ToBase64String(value.Hash.Span),
    };

    private static PassportFile? ToFile(Tl.SecureFileBase? file)
    {
        if (file is not Tl.SecureFile secure)
            return null;

        var id = new FileId { Type = FileType.SecureEncrypted, DcId = secure.DcId, Id = secure.Id, AccessHash = secure.AccessHash };
        return new PassportFile { FileId = id.ToString(), FileUniqueId = id.UniqueId, FileSize = secure.Size, FileDate = secure.Date };
    }

    private static PassportElementType TypeOf(Tl.SecureValueTypeBase type) => type switch
    {
        Tl.SecureValueTypePersonalDetails => PassportElementType.PersonalDetails,
        Tl.SecureValueTypePassport => PassportElementType.Passport,
        Tl.SecureValueTypeDriverLicense => PassportElementType.DriverLicense,
        Tl.SecureValueTypeIdentityCard => PassportElementType.IdentityCard,
        Tl.SecureValueTypeInternalPassport => PassportElementType.InternalPassport,
        Tl.SecureValueTypeAddress => PassportElementType.Address,
        Tl.SecureValueTypeUtilityBill => PassportElementType.UtilityBill,
        Tl.SecureValueTypeBankStatement => PassportElementType.BankStatement,
        Tl.SecureValueTypeRentalAgreement => PassportElementType.RentalAgreement,
        Tl.SecureValueTypePassportRegistration => PassportElementType.PassportRegistration,
        Tl.SecureValueTypeTemporaryRegistration => PassportElementType.TemporaryRegistration,
        Tl.SecureValueTypePhone => PassportElementType.PhoneNumber,
        Tl.SecureValueTypeEmail => PassportElementType.Email,
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no element of a passport."),
    };
}
