/** What can be uploaded. A stream is read once, while it is sent. */
export type UploadData = Blob | Uint8Array | ArrayBuffer | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file that travels with the request. */
export class Upload {
    constructor(
        readonly data: UploadData,
        /** What the receiver sees. */
        readonly name: string,
    ) {}
}

/**
 * A file to send: a file_id, a URL that Telegram fetches by itself, or an upload. A `File` brings its name along; a `Blob` has none and is called `file`.
 * https://core.telegram.org/bots/api#sending-files
 */
export type InputFile = string | Blob | Upload;
