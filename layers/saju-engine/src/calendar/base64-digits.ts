/** The 64 digits the generated tables are written in: those of base64, high digit first. */
export const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Value of a digit by its character code. */
export const DIGIT_VALUES: Uint8Array = /* @__PURE__ */ (() => {
  const values = new Uint8Array(128);
  for (let value = 0; value < 64; value++) values[DIGITS.charCodeAt(value)] = value;
  return values;
})();
