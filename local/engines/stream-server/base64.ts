/** Blobs stay the base64 that they come as: it is checked, and its length is that of the blob by arithmetic. */

const OUTSIDE = /[^a-zA-Z0-9+/]/;
const PADDING = /^={1,2}$/;

export function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false;
  const outside = text.search(OUTSIDE);
  return outside === -1 || PADDING.test(text.slice(outside));
}

/** How many bytes a text of base64 stands for. */
export function decodedLength(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return (text.length / 4) * 3 - padding;
}
