/** Resolves a URI reference; `undefined` when it is none, or when the base cannot carry relative ones. */
export function resolveUri(base: string, reference: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

/** The part before `#`, and the decoded part after it. */
export function splitUri(uri: string): { document: string; fragment: string } {
  const at = uri.indexOf('#');
  if (at === -1) return { document: uri, fragment: '' };
  const raw = uri.slice(at + 1);
  try {
    return { document: uri.slice(0, at), fragment: decodeURIComponent(raw) };
  } catch {
    return { document: uri.slice(0, at), fragment: raw };
  }
}
