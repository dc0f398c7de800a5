import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/documents/numbers.ts
function isLossy(token, value) {
  if (!Number.isFinite(value)) return true;
  if (token.length <= 15 && !/e/i.test(token)) return false;
  return normalize(token) !== normalize(String(value));
}
function normalize(token) {
  const match = /^([-+]?)0*(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(token);
  if (match === null) return token;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const leading = whole.length + fraction.length - digits.length;
  return `${sign === "-" ? "-" : ""}${significant}e${Number(exponent) + whole.length - leading}`;
}

export {
  isLossy
};
