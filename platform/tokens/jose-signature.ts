const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** r and s of P-256, each. */
const BYTES = 32;

/**
 * A signature of P-256 as KMS gives it (DER: a sequence of two integers) in the form of JOSE: r and s, 32 bytes each.
 * @throws TypeError for what is no such signature
 */
export function joseSignature(der: Uint8Array): Uint8Array {
  // At most 72 bytes: lengths are single bytes.
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) throw malformed();
  const signature = new Uint8Array(2 * BYTES);
  let at = 2;
  for (const end of [BYTES, 2 * BYTES]) {
    const length = der[at + 1];
    if (der[at] !== INTEGER || length === undefined || length === 0 || at + 2 + length > der.length) throw malformed();
    let digits = der.subarray(at + 2, at + 2 + length);
    at += 2 + length;
    // DER's integers have a sign: a zero stands before a high bit, and leading zeros are left out.
    if (digits[0] === 0) digits = digits.subarray(1);
    if (digits.length > BYTES) throw malformed();
    signature.set(digits, end - digits.length);
  }
  if (at !== der.length) throw malformed();
  return signature;
}

function malformed(): TypeError {
  return new TypeError('Not a DER signature of P-256');
}
