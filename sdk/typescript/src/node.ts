import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { Upload } from "./input-file.js";

/** A file of this machine, which is read while it is sent. Node only. */
export async function uploadFromPath(path: string, name = basename(path)): Promise<Upload> {
    return new Upload(await openAsBlob(path) as Blob, name);
}
