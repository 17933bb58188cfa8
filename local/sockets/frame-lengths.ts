const EXTENDED_2 = 126;
const EXTENDED_8 = 127;
const MASKED = 0x80;

/**
 * Follows the frames in what a client sends (RFC 6455, 5.2), as it comes in pieces of any size, and tells the length of each as
 * soon as its header is there. `ws` tells messages alone.
 */
export function followFrames(tell: (length: number) => void): (bytes: Uint8Array) => void {
  let header: number[] = [];
  /** Of the frame's content, still to come. */
  let rest = 0;

  return bytes => {
    let at = 0;
    while (at < bytes.length) {
      const passed = Math.min(rest, bytes.length - at);
      rest -= passed;
      at += passed;
      if (rest > 0 || at === bytes.length) return;
      header.push(bytes[at++]!);
      if (header.length < headerLength(header)) continue;
      rest = contentLength(header);
      header = [];
      tell(rest);
    }
  };
}

/** As far as its first bytes tell. */
function headerLength([, second]: readonly number[]): number {
  if (second === undefined) return 2;
  const length = second & ~MASKED;
  const extended = length === EXTENDED_2 ? 2 : length === EXTENDED_8 ? 8 : 0;
  return 2 + extended + (second & MASKED ? 4 : 0);
}

function contentLength(header: readonly number[]): number {
  const length = header[1]! & ~MASKED;
  if (length < EXTENDED_2) return length;
  const bytes = header.slice(2, length === EXTENDED_2 ? 4 : 10);
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
