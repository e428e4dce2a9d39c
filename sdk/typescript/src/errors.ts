import type { ResponseParameters } from "./generated/clients.js";

/**
 * The server answered with an error. When no answer came, `fetch`'s own error says so; neither has the token in its text.
 * https://core.telegram.org/bots/api#making-requests
 */
export class TelegramError extends Error {
    override readonly name = "TelegramError";

    constructor(
        /** The HTTP status, for instance 400, 403 or 429. */
        readonly error_code: number,
        /** What the server says, for instance `Bad Request: chat not found`. */
        readonly description: string,
        /** What can be done about it, where the server knows: `retry_after` seconds, or the supergroup that a group became. */
        readonly parameters: ResponseParameters = {},
    ) {
        super(`${error_code}: ${description}`);
    }
}
