import { TelegramError } from "./errors.js";
import type { ResponseParameters } from "./generated/clients.js";
import type { CallOptions, ClientOptions, SendOptions } from "./options.js";
import { requestBody } from "./request-body.js";

interface Envelope {
    ok: boolean;
    result?: unknown;
    error_code?: number;
    description?: string;
    parameters?: ResponseParameters;
}

/** Sends requests to a server and opens the envelopes that come back. */
export abstract class TelegramConnection {
    readonly #server: string;
    readonly #account: string;
    readonly #fetch: typeof fetch;

    protected constructor(token: string | undefined, options: ClientOptions = {}) {
        this.#server = new URL(options.server ?? "http://127.0.0.1:8081").href.replace(/\/+$/, "");
        this.#account = token === undefined ? "" : `/${options.account ?? "bot"}${checked(token)}${options.testEnvironment ? "/test" : ""}`;
        this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    }

    /** Fetches a file by the file_path that getFile answered; its body is still to be read. */
    async download(filePath: string, options: CallOptions = {}): Promise<Response> {
        const path = filePath.split("/").map(encodeURIComponent).join("/");
        const response = await this.#fetch(`${this.#server}/file${this.#account}/${path}`, { signal: options.signal ?? null });
        if (!response.ok) {
            throw errorOf(response, await envelopeOf(response));
        }
        return response;
    }

    protected call<Result>(method: string, request: object, options?: SendOptions): Promise<Result> {
        return this.#post(`${this.#account}/${method}`, request, options);
    }

    protected callUnder<Result>(token: string, method: string, request: object, options?: SendOptions): Promise<Result> {
        return this.#post(`/user${checked(token)}/${method}`, request, options);
    }

    protected callAtRoot<Result>(method: string, request: object, options?: SendOptions): Promise<Result> {
        return this.#post(`/${method}`, request, options);
    }

    async #post<Result>(path: string, request: object, options: SendOptions = {}): Promise<Result> {
        const { body, contentType, streamed } = requestBody(request);
        const headers: Record<string, string> = { accept: "application/json", "content-type": contentType };
        if (options.idempotencyKey !== undefined) {
            headers["idempotency-key"] = options.idempotencyKey;
        }
        const init: RequestInit & { duplex?: "half" } = { method: "POST", headers, body, signal: options.signal ?? null };
        if (streamed) {
            init.duplex = "half";
        }

        const response = await this.#fetch(this.#server + path, init);
        const envelope = await envelopeOf(response);
        if (!envelope.ok) {
            throw errorOf(response, envelope);
        }
        return envelope.result as Result;
    }
}

/** A token that would change the path it stands in is refused, without being repeated. */
function checked(token: string): string {
    if (!/^[0-9]+:[A-Za-z0-9_-]+$/.test(token)) {
        throw new TypeError("A token is a number, a colon, and letters, digits, - or _.");
    }
    return token;
}

async function envelopeOf(response: Response): Promise<Envelope> {
    if (!response.headers.get("content-type")?.startsWith("application/json")) {
        throw new TypeError(`The server answered ${response.status} and no JSON.`);
    }
    return await response.json() as Envelope;
}

function errorOf(response: Response, envelope: Envelope): TelegramError {
    return new TelegramError(envelope.error_code ?? response.status, envelope.description ?? "", envelope.parameters);
}
