import { Upload, type UploadData } from "./input-file.js";

interface RequestBody {
    body: BodyInit;
    contentType: string;
    /** The body is a stream, which `fetch` has to be told. */
    streamed: boolean;
}

type Part = string | UploadData;

/** A request is JSON, unless files travel with it: then each parameter is a part of a form, and what is no text is written as JSON. */
export function requestBody(request: object): RequestBody {
    const files: Upload[] = [];
    const attach = (value: unknown): unknown => {
        const file = value instanceof Blob ? new Upload(value, value instanceof File ? value.name : "file") : value;
        return file instanceof Upload ? `attach://file${files.push(file) - 1}` : value;
    };
    const json = JSON.stringify(request, (_, value: unknown) => attach(value));
    if (files.length === 0) {
        return { body: json, contentType: "application/json", streamed: false };
    }

    const boundary = `----${crypto.randomUUID()}`;
    const parts: Part[] = [];
    const open = (disposition: string) => parts.push(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`);
    for (const [name, value] of Object.entries(JSON.parse(json) as Record<string, unknown>)) {
        open(`name="${name}"`);
        parts.push(`\r\n${typeof value === "string" ? value : JSON.stringify(value)}\r\n`);
    }
    for (const [index, file] of files.entries()) {
        open(`name="file${index}"; filename="${quoted(file.name)}"`);
        parts.push("Content-Type: application/octet-stream\r\n\r\n", file.data, "\r\n");
    }
    parts.push(`--${boundary}--\r\n`);

    const contentType = `multipart/form-data; boundary=${boundary}`;
    return parts.every(isHeld)
        ? { body: new Blob(parts as BlobPart[]), contentType, streamed: false }
        : { body: streamOf(parts), contentType, streamed: true };
}

function quoted(name: string): string {
    return name.replace(/["\r\n]/g, character => encodeURIComponent(character));
}

/** Its length is known, so that the body needs no stream. */
function isHeld(part: Part): boolean {
    return typeof part === "string" || part instanceof Blob || part instanceof ArrayBuffer || ArrayBuffer.isView(part);
}

function streamOf(parts: Part[]): ReadableStream<Uint8Array> {
    const pieces = piecesOf(parts);
    return new ReadableStream<Uint8Array>({
        async pull(controller) {
            const { done, value } = await pieces.next();
            if (done) {
                controller.close();
            } else {
                controller.enqueue(value);
            }
        },
        async cancel() {
            await pieces.return(undefined);
        },
    });
}

async function* piecesOf(parts: Part[]): AsyncGenerator<Uint8Array, void, undefined> {
    for (const part of parts) {
        if (typeof part === "string") {
            yield new TextEncoder().encode(part);
        } else if (part instanceof Blob) {
            yield* part.stream();
        } else if (part instanceof ArrayBuffer) {
            yield new Uint8Array(part);
        } else if (part instanceof Uint8Array) {
            yield part;
        } else {
            yield* part;
        }
    }
}
