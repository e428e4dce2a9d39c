/** Where the server is and how it is called. */
export interface ClientOptions {
    /** The root of the server, with a path where a proxy put it below one; `http://127.0.0.1:8081` by default. */
    server?: string | URL;
    /** Whose token it is: a bot's, or that of a person who logged in. A bot's by default. */
    account?: "bot" | "user";
    /** The account lives in Telegram's test environment. */
    testEnvironment?: boolean;
    /** Sends the requests; the global `fetch` by default. */
    fetch?: typeof fetch;
}

export interface CallOptions {
    /** Gives the call up. */
    signal?: AbortSignal;
}

export interface SendOptions extends CallOptions {
    /** Makes the send happen once, however often it is repeated with the same key and the same request. */
    idempotencyKey?: string;
}
