import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FieldPlace } from '../../../../platform/encryption/field-cipher.ts';
import type { ExportDocument } from './document.ts';

/** An export's content as it is stored: JSON, gzipped (a chart of 30 kB takes 4), then sealed. */

export function contentPlace(userId: string, exportId: string): FieldPlace {
  return { userId, table: 'data_exports', column: 'encrypted_content', rowId: exportId };
}

export function packed(document: ExportDocument): Promise<Uint8Array> {
  return promisify(gzip)(JSON.stringify(document));
}

export async function unpacked(bytes: Uint8Array): Promise<ExportDocument> {
  return JSON.parse((await promisify(gunzip)(bytes)).toString()) as ExportDocument;
}
